package io.beskar7.domain.claim;

/** How a walk ended. */
public sealed interface Outcome {

  /** The machine holds the host. */
  record Bound(MachineView machine, HostView host) implements Outcome {}

  /** No host is free for the machine; it holds no ticket that can be used. */
  record NoHost(MachineView machine) implements Outcome {}

  /** The machine's ticket can never be used (again), or it has none. */
  record Dead() implements Outcome {}

  /** Something else has to happen first; text is free of changing values. */
  record Waits(Cause cause, String text) implements Outcome {}

  /** The machine asks for nothing: it is gone, going, or not ours yet. */
  record NotAsking(String text) implements Outcome {}

  /** Nothing is held in the machine's name any more, and nothing can come to be. */
  record LetGo() implements Outcome {}

  /** The host's consumer was proven gone, and the host is free. */
  record Healed(HostView host, Holder gone) implements Outcome {}

  /** The consumer cannot be seen, but it is not proven that it is gone. */
  record Unproven(HostView host, String text) implements Outcome {}

  /** Nothing was to be done. */
  record Nothing() implements Outcome {}

  /** What is waited for. */
  enum Cause {
    /** Machine, Cluster or host is paused, or leaves for another management cluster. */
    PAUSED,
    /** The host that providerID names cannot be taken over. */
    ADOPTION,
    /** The host has to be powered off first. */
    POWER_OFF,
    /** The claim has begun and is not settled. */
    UNSETTLED,
    /** The machine is giving its host back. */
    RELEASING,
    /** The host's claimEpoch is lower than it was. */
    EPOCH_FELL
  }
}
