package io.beskar7.bmc;

import java.time.Duration;

/** Hears what the lanes do; called on their threads, must return at once. */
public interface LaneMetrics {

  /** Nobody listens. */
  LaneMetrics NONE = new LaneMetrics() {};

  /**
   * @param kind name of the intent, such as BootFromNetwork
   * @param waited real time from submit to start
   */
  default void operationStarted(String kind, Duration waited) {}

  /**
   * @param result name of the outcome, or of the failure's cause
   * @param took real time from start to end
   */
  default void operationEnded(String kind, String result, Duration took) {}

  /** An operation ended before it was started. */
  default void operationWithdrawn(String kind) {}

  default void sessionOpened() {}

  default void sessionClosed() {}

  default void loginRefused() {}
}
