package io.beskar7.boot.http;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line and one count for each answer; never a token, a query or a body. */
final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.beskar7.boot.access");

  private final MeterRegistry meters;

  AccessLog(MeterRegistry meters) {
    this.meters = meters;
  }

  void answered(Request request, String route, Reply reply) {
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    meters
        .timer("beskar7.boot.requests", "route", route, "status", Integer.toString(reply.status()))
        .record(nanos, TimeUnit.NANOSECONDS);
    LOG.atInfo()
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", Request.getPathInContext(request))
        .addKeyValue("route", route)
        .addKeyValue("status", reply.status())
        .addKeyValue("bytes", reply.body().length)
        .addKeyValue("client", Request.getRemoteAddr(request))
        .addKeyValue("tls", request.isSecure())
        .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
        .log("answered");
  }
}
