package io.beskar7.domain.claim;

/**
 * A machine's intent to have one host, once ({@code Beskar7Machine.status.claim}).
 *
 * @param host name, in the machine's namespace
 * @param hostUid UID of the host when the ticket was written
 * @param epoch claimEpoch of the host then; under the binding it is one more
 * @param releasing the machine lives on and gives this host back
 */
public record Ticket(String host, String hostUid, long epoch, boolean releasing) {

  /** A ticket for the host as it was seen. */
  static Ticket of(HostView seen) {
    return new Ticket(seen.name().name(), seen.uid(), seen.epoch(), false);
  }

  Ticket releasing(boolean releasing) {
    return new Ticket(host, hostUid, epoch, releasing);
  }
}
