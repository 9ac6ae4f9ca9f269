package io.beskar7.simulator.http;

/** Is told of every request when it has ended, well or not. */
@FunctionalInterface
public interface HttpObserver {
  /**
   * @param beganNanos {@link System#nanoTime} when the request had been read
   * @param status the status sent; 0 when no whole answer was sent
   */
  void ended(HttpRequest request, long beganNanos, int status);
}
