package io.beskar7.domain.machine;

import org.jspecify.annotations.Nullable;

/** What is known of a machine's hold on a host. */
public sealed interface Hold {
  /** The machine names no host. */
  record None() implements Hold {}

  /**
   * From caches alone.
   *
   * @param seemsBound the cached host names this machine under the ticket's epoch
   */
  record Unverified(Ticket ticket, boolean seemsBound) implements Hold {}

  /** Seen live: the claim is still being settled. */
  record Settling(Ticket ticket, String message) implements Hold {}

  /** Seen live: the claim is still being settled, by somebody who is at it and says when it is. */
  record Underway(Ticket ticket) implements Hold {}

  /** Seen live: the host is this machine's. Only this lets a run be opened. */
  record Bound(Ticket ticket) implements Hold {}

  /** Seen live: the ticket leads nowhere (any more). */
  record Lost(Ticket ticket) implements Hold {}

  /** The ticket, or null when there is none. */
  default @Nullable Ticket claim() {
    return switch (this) {
      case None _ -> null;
      case Unverified(Ticket ticket, boolean _) -> ticket;
      case Settling(Ticket ticket, String _) -> ticket;
      case Underway(Ticket ticket) -> ticket;
      case Bound(Ticket ticket) -> ticket;
      case Lost(Ticket ticket) -> ticket;
    };
  }

  /** Whether, as far as is known, the host is this machine's. */
  default boolean held() {
    return switch (this) {
      case Unverified(Ticket _, boolean seemsBound) -> seemsBound;
      case Bound _ -> true;
      case None _, Settling _, Underway _, Lost _ -> false;
    };
  }
}
