package io.beskar7.boot.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The port: clear HTTP and TLS, told apart by the first byte. Blocking work runs on virtual
 * threads.
 */
public final class Listener implements AutoCloseable {
  private static final int MAX_CONNECTIONS = 4096;
  private static final int MAX_HEADER_BYTES = 8192;
  private static final long IDLE_MILLIS = 60_000;
  private static final long STOP_MILLIS = 2_000;
  private static final long SHUTDOWN_IDLE_MILLIS = 100;

  private final Server server;
  private final ServerConnector connector;

  private Listener(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * @param before asked first; what it does not handle goes to the routes
   * @param maxConcurrent requests answered at once; what comes above that gets 503
   * @throws IOException when the address cannot be bound
   */
  public static Listener start(
      InetSocketAddress bind,
      SslContextFactory.Server tls,
      Handler before,
      List<Route> routes,
      int maxConcurrent,
      MeterRegistry meters)
      throws IOException {
    Server server = new Server(threads());
    ServerConnector connector = connector(server, tls);
    connector.setHost(bind.getHostString());
    connector.setPort(bind.getPort());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    server.setHandler(
        new Handler.Sequence(before, new Dispatcher(routes, new AccessLog(meters), maxConcurrent)));
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("cannot serve on " + bind + ": " + e.getMessage(), e);
    }
    return new Listener(server, connector);
  }

  private static QueuedThreadPool threads() {
    QueuedThreadPool pool = new QueuedThreadPool(16, 2);
    pool.setName("beskar7-boot");
    pool.setDaemon(true);
    pool.setVirtualThreadsExecutor(VirtualThreads.getNamedVirtualThreadsExecutor("beskar7-boot-"));
    return pool;
  }

  private static ServerConnector connector(Server server, SslContextFactory.Server tls) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    // Machines are told addresses, so there is no name to hold against the certificate.
    http.addCustomizer(new SecureRequestCustomizer(false));
    SslConnectionFactory ssl = new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString());
    ServerConnector connector =
        new ServerConnector(
            server,
            null,
            null,
            null,
            1,
            1,
            new DetectorConnectionFactory(ssl),
            new HttpConnectionFactory(http));
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
    return connector;
  }

  /** The port in use, also when 0 was asked for. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Ends within a few seconds; answers that are under way may be finished. */
  @Override
  public void close() throws IOException {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IOException("the boot server did not stop cleanly", e);
    }
  }
}
