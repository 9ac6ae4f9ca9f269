package io.beskar7.simulator.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A server on one address. Each listener has its own socket rather than sharing a wildcard one:
 * nothing but its loopback address is reachable, a BMC that is down really refuses connections, and
 * fleets side by side do not collide. Waiting costs no platform thread, since each connection and
 * each accept loop is a virtual thread.
 */
public final class HttpListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpListener.class);
  private static final int BACKLOG = 64;
  private static final Duration END = Duration.ofSeconds(5);

  private final HttpSite site;
  private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong connectionNumbers = new AtomicLong();
  private InetSocketAddress address;
  private @Nullable ServerSocket server;
  private @Nullable Thread acceptor;

  private HttpListener(InetSocketAddress address, HttpSite site) {
    this.address = address;
    this.site = site;
  }

  /** Binds and serves. Port 0 takes a free one. */
  public static HttpListener open(InetSocketAddress address, HttpSite site) throws IOException {
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("address: " + address + " is not a loopback address");
    }
    HttpListener listener = new HttpListener(address, site);
    listener.up();
    return listener;
  }

  /** Where it listens, with the port that was really taken. */
  public synchronized InetSocketAddress address() {
    return address;
  }

  /** Listens again after {@link #down}. */
  public synchronized void up() throws IOException {
    if (server != null) {
      return;
    }
    ServerSocket fresh = new ServerSocket();
    try {
      fresh.bind(address, BACKLOG);
    } catch (IOException e) {
      fresh.close();
      BindException named =
          new BindException("cannot listen on " + address + ": " + e.getMessage());
      named.initCause(e);
      throw named;
    }
    address = (InetSocketAddress) fresh.getLocalSocketAddress();
    server = fresh;
    acceptor = Thread.ofVirtual().name("accept-" + address).start(() -> accept(fresh));
  }

  /** Refuses connections, by the time it returns, and resets those that are open. */
  public synchronized void down() {
    if (server != null) {
      quietly(server);
      server = null;
    }
    if (acceptor != null) {
      ended(acceptor); // only then does the system stop taking connections
      acceptor = null;
    }
    connections.forEach(HttpConnection::reset);
  }

  @Override
  public void close() {
    down();
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        Socket socket = from.accept();
        HttpConnection connection =
            new HttpConnection(socket, connectionNumbers.incrementAndGet(), site);
        connections.add(connection);
        Thread.ofVirtual().name("serve-" + address).start(() -> serve(connection, from));
      } catch (IOException e) {
        if (!from.isClosed()) {
          LOG.atWarn().addKeyValue("address", address).setCause(e).log("accept failed");
        }
      }
    }
  }

  private void serve(HttpConnection connection, ServerSocket from) {
    try {
      if (from.isClosed()) {
        connection.reset();
      } else {
        connection.serve();
      }
    } finally {
      connections.remove(connection);
    }
  }

  private static void ended(Thread thread) {
    try {
      thread.join(END);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }

  private static void quietly(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("listener did not close cleanly");
    }
  }
}
