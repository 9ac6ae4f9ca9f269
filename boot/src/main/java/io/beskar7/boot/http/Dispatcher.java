package io.beskar7.boot.http;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of a request and sends its answer; bounds how many are answered at once. */
final class Dispatcher extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Reply BUSY = Reply.error(503, "too many requests at once, try again");

  private final List<Route> routes;
  private final AccessLog accessLog;
  private final Semaphore permits;

  Dispatcher(List<Route> routes, AccessLog accessLog, int maxConcurrent) {
    this.routes = List.copyOf(routes);
    this.accessLog = accessLog;
    this.permits = new Semaphore(maxConcurrent);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer = permits.tryAcquire() ? within(request) : new Answer("busy", BUSY);
    Reply reply = answer.reply();
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, reply.body().length);
    reply.headers().forEach(response.getHeaders()::put);
    accessLog.answered(request, answer.route(), reply);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
    return true;
  }

  private Answer within(Request request) {
    try {
      return answer(request);
    } finally {
      permits.release();
    }
  }

  private Answer answer(Request request) {
    List<String> path = Call.segments(request);
    boolean known = false;
    for (Route route : routes) {
      Map<String, String> values = route.match(path);
      if (values != null && route.method().equals(request.getMethod())) {
        return new Answer(route.name(), answer(route, new Call(request, values)));
      }
      known |= values != null;
    }
    new Call(request, Map.of()).discardBody();
    return known
        ? new Answer("method", Reply.text(405, "method not allowed"))
        : new Answer("unknown", Reply.notFound());
  }

  private static Reply answer(Route route, Call call) {
    try {
      return route.endpoint().answer(call);
    } catch (Refusal refusal) {
      call.discardBody();
      return refusal.reply();
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("route", route.name()).setCause(e).log("request failed");
      return Reply.error(500, "internal server error");
    }
  }

  private record Answer(String route, Reply reply) {}
}
