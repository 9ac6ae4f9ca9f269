package io.beskar7.app.election;

/** What a leader does. Never called on two threads at once; started and stopped alternate. */
public interface Leadership {

  /**
   * Called once the Lease is held; returns when the work is under way. The thread is interrupted
   * when the Lease is lost in the meantime, or when this takes too long: then it has to return or
   * throw soon. When it throws, the Lease is given back.
   */
  void started();

  /**
   * Called once after each {@link #started}, whether that returned or threw: when the Lease is lost
   * or about to be released. Returns when all work has ended.
   */
  void stopped();
}
