package io.beskar7.apiserver;

import io.beskar7.apiserver.gc.Collector;
import io.beskar7.apiserver.http.ApiServer;
import io.beskar7.apiserver.resource.BuiltIns;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.security.Kubeconfig;
import io.beskar7.apiserver.security.Pki;
import io.beskar7.apiserver.store.DataDirectory;
import io.beskar7.apiserver.store.Store;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.InstantSource;

/** A Kubernetes-compatible API in this process, its state in one directory. */
public final class EmbeddedApi implements AutoCloseable {
  private final DataDirectory directory;
  private final Store store;
  private final Pki pki;
  private final Collector collector;
  private final ApiServer server;
  private final String url;
  private final Path kubeconfig;

  /**
   * How to run the API.
   *
   * @param dataDirectory holds all state; created when missing
   * @param bindAddress address to listen on
   * @param port port to listen on, 0 for a free one
   */
  public record Config(Path dataDirectory, String bindAddress, int port) {
    public Config {
      if (port < 0 || port > 65_535) {
        throw new IllegalArgumentException("port: " + port + " is not between 0 and 65535");
      }
    }

    /** On 127.0.0.1, any free port. */
    public static Config in(Path dataDirectory) {
      return new Config(dataDirectory, "127.0.0.1", 0);
    }

    public Config withBindAddress(String address) {
      return new Config(dataDirectory, address, port);
    }

    public Config withPort(int other) {
      return new Config(dataDirectory, bindAddress, other);
    }
  }

  private EmbeddedApi(
      DataDirectory directory, Config config, InstantSource clock, Store.Settings settings) {
    this.directory = directory;
    this.pki = Pki.open(directory.path().resolve("pki"), config.bindAddress(), clock.instant());
    this.store = Store.open(directory.path(), settings);
    try {
      Registry registry = new Registry(BuiltIns.read(clock));
      registry.follow(store);
      Context context = Context.of(store, registry, clock);
      FirstObjects.create(context);
      this.collector = Collector.start(context);
      this.server = ApiServer.start(context, pki, config.bindAddress(), config.port());
      this.url = "https://" + reachable(config.bindAddress()) + ":" + server.port();
      this.kubeconfig = directory.path().resolve("kubeconfig");
      Kubeconfig.write(kubeconfig, url, pki);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Starts serving; returns when requests are answered.
   *
   * @throws IllegalStateException when another server uses the data directory, or the port is taken
   */
  public static EmbeddedApi start(Config config) {
    return start(config, InstantSource.system());
  }

  /** As {@link #start(Config)}, with timestamps from {@code clock}. */
  public static EmbeddedApi start(Config config, InstantSource clock) {
    return start(config, clock, Store.Settings.standard());
  }

  static EmbeddedApi start(Config config, InstantSource clock, Store.Settings settings) {
    DataDirectory directory = DataDirectory.take(config.dataDirectory());
    try {
      return new EmbeddedApi(directory, config, clock, settings);
    } catch (RuntimeException e) {
      directory.close();
      throw e;
    }
  }

  private static String reachable(String bindAddress) {
    try {
      InetAddress address = InetAddress.getByName(bindAddress);
      if (address.isAnyLocalAddress()) {
        return "127.0.0.1";
      }
      String text = address.getHostAddress();
      return address instanceof Inet6Address ? "[" + text + "]" : text;
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("bindAddress: " + bindAddress + " is no address", e);
    }
  }

  /** Where the API answers, for example {@code https://127.0.0.1:6443}. */
  public String url() {
    return url;
  }

  /** The authority that signed the server's certificate. */
  public String caCertificatePem() {
    return pki.authorityPem();
  }

  /** A kubeconfig for the administrator, mode 0600. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  @Override
  public void close() {
    store.changes().close();
    server.close();
    collector.close();
    store.close();
    directory.close();
  }
}
