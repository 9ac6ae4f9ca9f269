package io.beskar7.app.election;

/** What a leader does. Never called on two threads at once; started and stopped alternate. */
public interface Leadership {

  /** Called once the Lease is held; when it throws, the Lease is given back. */
  void started();

  /**
   * Called when the Lease is lost or about to be released, also after a start that failed late;
   * returns when all work has ended.
   */
  void stopped();
}
