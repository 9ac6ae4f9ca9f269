package io.beskar7.boot.support;

import static org.awaitility.Awaitility.await;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.boot.BootServer;
import io.beskar7.boot.BootSettings;
import io.beskar7.testkit.EmbeddedApiServer;
import io.beskar7.testkit.VirtualTime;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A boot server at work on an API, with one rack and one agent. */
public final class BootBed implements AutoCloseable {
  private static final AtomicInteger MACS = new AtomicInteger();

  public final FaultyClient faults = new FaultyClient();
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final VirtualTime time = new VirtualTime(Instant.now());
  public final Rack rack;
  public final String namespace;

  private final EmbeddedApiServer api;
  private final KubernetesClient client;
  private final UnaryOperator<BootSettings> settings;
  private BootServer server;

  public BootBed(EmbeddedApiServer api) {
    this(api, UnaryOperator.identity());
  }

  public BootBed(EmbeddedApiServer api, UnaryOperator<BootSettings> settings) {
    this.api = api;
    this.settings = settings;
    this.namespace = api.namespace();
    this.rack = new Rack(api.client(), namespace);
    this.client = faults.client(api.kubeconfig());
    this.server = start();
  }

  private BootServer start() {
    try {
      BootSettings base = BootSettings.of(new InetSocketAddress("127.0.0.1", 0), namespace);
      BootServer started = BootServer.start(settings.apply(base), client, time, meters);
      await().atMost(Duration.ofSeconds(30)).until(started::ready);
      return started;
    } catch (IOException e) {
      throw new AssertionError("boot server does not start", e);
    }
  }

  /** As after a crash: nothing but the API is left. */
  public void restart() {
    close(server);
    server = start();
  }

  public BootServer server() {
    return server;
  }

  public Agent agent() {
    return new Agent(server.port());
  }

  public KubernetesClient api() {
    return api.client();
  }

  /** A MAC address that no other host of this process has. */
  public static String mac() {
    return "02:b7:00:00:%02x:%02x".formatted(MACS.get() / 256, MACS.getAndIncrement() % 256);
  }

  /** A host that was powered on for a run, known to the server by its MAC address. */
  public Booting booting(String name, Consumer<ProvisioningRunSpec> orders) {
    String mac = mac();
    PhysicalHost host = rack.host(name, mac);
    ProvisioningRun run = rack.run(host, 1, orders);
    rack.booting(host, run);
    return new Booting(host, run, mac);
  }

  public Booting booting(String name) {
    return booting(name, orders -> {});
  }

  /** Asks until the script is another than that for waiting: the server's view may be behind. */
  public Agent.Booted boot(Booting booting) {
    return agent().bootOnce(scriptWhen("mac=" + booting.mac(), "kernel "));
  }

  /** Asks until the script holds something. */
  public String scriptWhen(String query, String part) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> agent().script(query), script -> script.contains(part));
  }

  /** A host, its open run and its MAC address. */
  public record Booting(PhysicalHost host, ProvisioningRun run, String mac) {}

  private static void close(BootServer server) {
    try {
      server.close();
    } catch (IOException e) {
      throw new AssertionError("boot server does not stop", e);
    }
  }

  @Override
  public void close() {
    faults.failEverything(false);
    close(server);
    client.close();
  }
}
