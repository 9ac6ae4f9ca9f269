package io.beskar7.app.http;

import io.beskar7.app.config.BindAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** GET-only pages at fixed paths, over clear HTTP. */
public final class PlainServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;

  private PlainServer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Listens.
   *
   * @param flag the flag that moves it elsewhere, for the message when the address is taken
   * @throws IOException when it cannot listen there
   */
  public static PlainServer start(
      BindAddress address, String flag, Map<String, Supplier<Reply>> pages) throws IOException {
    Server server = new Server(new VirtualThreadPool());
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    if (!address.host().isEmpty()) {
      connector.setHost(address.host());
    }
    connector.setPort(address.port());
    server.addConnector(connector);
    server.setHandler(new Pages(pages));
    server.setStopTimeout(0);
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException(
          "%s %s: cannot listen there (%s); choose another address with %s"
              .formatted(flag, address, rootCause(e), flag),
          e);
    }
    return new PlainServer(server, connector);
  }

  /** The port that was bound. */
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("could not stop the server on port " + port(), e);
    }
  }

  private static String rootCause(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }

  private static final class Pages extends Handler.Abstract.NonBlocking {
    private final Map<String, Supplier<Reply>> pages;

    Pages(Map<String, Supplier<Reply>> pages) {
      this.pages = Map.copyOf(pages);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      Supplier<Reply> page = pages.get(Request.getPathInContext(request));
      Reply reply = page == null ? notFound() : page.get();
      if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
        reply = new Reply(405, Reply.TEXT, "only GET\n");
      }
      response.setStatus(reply.status());
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.type());
      response.write(
          true, ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8)), callback);
      return true;
    }

    private Reply notFound() {
      String paths = String.join(", ", pages.keySet().stream().sorted().toList());
      return new Reply(404, Reply.TEXT, "not found; there is " + paths + "\n");
    }
  }
}
