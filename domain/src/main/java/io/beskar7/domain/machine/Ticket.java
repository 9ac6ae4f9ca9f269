package io.beskar7.domain.machine;

/**
 * The host a machine asks for or holds.
 *
 * @param epoch claimEpoch of the host under this claim: one more than when the ticket was written
 * @param releasing the machine gives the host back although it lives on
 */
public record Ticket(String host, String hostUid, long epoch, boolean releasing) {}
