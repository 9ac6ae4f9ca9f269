package io.beskar7.operator.claim;

import io.beskar7.api.machine.Beskar7Machine;

/**
 * How machines come to hosts and leave them. Every answer that matters is decided by live reads;
 * caches only nominate.
 */
public interface Claims {

  /** Asks for a host; may be repeated. The lane takes it from there. */
  void wants(MachineKey machine);

  /** The machine no longer asks for a host; may be repeated. */
  void forget(MachineKey machine);

  /**
   * Whether the machine holds the host its ticket names: host and machine are read live. To be
   * called before anything is done to the host in the machine's name.
   */
  Binding verify(Beskar7Machine machine);

  /**
   * Gives the host back, machine first: for a machine that is being deleted or whose ticket says
   * releasing. To be called again until the answer is {@link LetGo.Done}. Then the ticket of a
   * machine that lives on has been cleared, and it may want again.
   */
  LetGo letGo(Beskar7Machine machine);

  /** Marks the ticket as releasing: the machine lives on and gives this host back. */
  void requestRelease(Beskar7Machine machine);

  /** Why the machine has no host yet, such as "0 of 20 hosts free: 20 claimed". */
  String explain(MachineKey machine);
}
