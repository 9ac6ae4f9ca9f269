package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * One walk through the protocol: each state says what it asks of the API next, and becomes another
 * by the answer. States are values, so a walk can be stopped anywhere (that is a crash), compared
 * and replayed. Reads are live: a GET without a resourceVersion parameter.
 *
 * <p>A read that fails ends the walk; begin a new one later.
 */
public sealed interface Walk {

  /** Asks for a machine. */
  non-sealed interface ReadsMachine extends Walk {
    ObjectName machine();

    /**
     * @param found null when there is none of that name
     */
    Walk found(@Nullable MachineView found);
  }

  /** Asks for a host. */
  non-sealed interface ReadsHost extends Walk {
    ObjectName host();

    /**
     * @param found null when there is none of that name
     */
    Walk found(@Nullable HostView found);
  }

  /** Asks for a host that the machine may have; any view may be used, however old. */
  non-sealed interface Nominates extends Walk {
    MachineView machine();

    /**
     * @param candidate eligible in that view; null when there is none
     */
    Walk nominated(@Nullable HostView candidate);
  }

  /** Asks to write a ticket. */
  non-sealed interface WritesTicket extends Walk {
    /** The machine at the version the write is for. */
    MachineView machine();

    /** The new ticket; null clears it. */
    @Nullable Ticket ticket();

    /** The write has been acknowledged. */
    Walk written(MachineView now);

    /** It was refused (409, 404), or there was no answer: nobody knows, or somebody was faster. */
    Walk unsure();
  }

  /** Asks to write a host. */
  non-sealed interface WritesHost extends Walk {
    /** The host at the version the write is for. */
    HostView host();

    HostChange change();

    /** The write has been acknowledged. */
    Walk written(HostView now);

    /** It was refused (409, 404), or there was no answer: nobody knows, or somebody was faster. */
    Walk unsure();
  }

  /** The walk is over. */
  record Ended(Outcome outcome) implements Walk {}
}
