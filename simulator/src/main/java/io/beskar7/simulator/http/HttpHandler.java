package io.beskar7.simulator.http;

/** Answers requests of one listener, many at a time. */
@FunctionalInterface
public interface HttpHandler {
  /** Must not return null; an exception ends the connection and is logged. */
  HttpReply handle(HttpRequest request);
}
