package io.beskar7.simulator.http;

import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.log.EventType;

/** Writes each request of a server into the fleet's log. */
public final class RequestLog implements HttpObserver {
  private final EventLog log;
  private final String kind;
  private final String server;

  /**
   * @param kind {@code bmc} or {@code images}
   * @param server {@code address:port}
   */
  public RequestLog(EventLog log, String kind, String server) {
    this.log = log;
    this.kind = kind;
    this.server = server;
  }

  @Override
  public void ended(HttpRequest request, long beganNanos, int status) {
    long ended = log.nanos();
    log.add(
        EventType.REQUEST,
        "kind",
        kind,
        "bmc",
        server,
        "method",
        request.method(),
        "path",
        request.path(),
        "status",
        status,
        "beganNanos",
        ended - (System.nanoTime() - beganNanos),
        "endedNanos",
        ended,
        "connection",
        request.connection(),
        "peer",
        request.peer().getAddress().getHostAddress(),
        "auth",
        auth(request.headers()),
        "ifMatch",
        request.headers().first("If-Match") != null);
  }

  private static String auth(Headers headers) {
    if (headers.first("X-Auth-Token") != null) {
      return "session";
    }
    return headers.first("Authorization") == null ? "none" : "basic";
  }
}
