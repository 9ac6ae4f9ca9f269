package io.beskar7.apiserver.http;

import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.security.Auditor;
import io.beskar7.apiserver.security.Authenticator;
import io.beskar7.apiserver.security.Authorizer;
import io.beskar7.apiserver.security.Pki;
import java.util.UUID;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** The TLS listener. Every request has a virtual thread, so that watches may block. */
public final class ApiServer implements AutoCloseable {
  private static final long IDLE_MILLIS = 120_000;

  /**
   * Jetty's own bound counts watches as tasks: so many of them would silently take the server from
   * everybody. What has to be bounded is bounded in the {@link Pipeline}.
   */
  private static final int UNBOUNDED = 0;

  private final Server server;
  private final ServerConnector connector;

  private ApiServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * @param port 0 for any free one
   */
  public static ApiServer start(Context context, Pki pki, String bindAddress, int port) {
    Pipeline pipeline =
        new Pipeline(
            context, new Authenticator(pki.token()), Authorizer.mastersOnly(), Auditor.none());
    Server server = new Server(new VirtualThreadPool(UNBOUNDED));
    server.setStopTimeout(0);
    ServerConnector connector = new ServerConnector(server, 1, 1, tls(pki), http());
    connector.setHost(bindAddress);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(1_024);
    server.addConnector(connector);
    server.setHandler(new Front(pipeline));
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "cannot serve on " + bindAddress + ":" + port + ": " + e.getMessage(), e);
    }
    return new ApiServer(server, connector);
  }

  private static SslConnectionFactory tls(Pki pki) {
    String password = UUID.randomUUID().toString();
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setKeyStore(pki.keyStore(password));
    tls.setKeyStorePassword(password);
    tls.setSniRequired(false);
    return new SslConnectionFactory(tls, "http/1.1");
  }

  private static HttpConnectionFactory http() {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    configuration.addCustomizer(new SecureRequestCustomizer(false));
    return new HttpConnectionFactory(configuration);
  }

  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the listener did not stop", e);
    }
  }
}
