package io.beskar7.app.election;

/** How far this process is with a leader's work. */
public enum Stage {
  /** Nothing is done; it can take over at any time. */
  STANDING_BY,
  /** The Lease was won, and the work is being started. */
  STARTING,
  WORKING,
  /** The Lease was lost or given back, and the work has not ended yet. */
  ENDING
}
