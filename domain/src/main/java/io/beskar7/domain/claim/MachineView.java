package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * A machine as one read has shown it.
 *
 * @param version resourceVersion; guards a write
 * @param finalizer whether our finalizer is there: without it the machine could vanish unseen
 * @param deleting whether it has a deletionTimestamp
 * @param moving whether it leaves for another management cluster: nothing outside may be touched
 * @param paused whether it or its Cluster is paused
 * @param forceRelease whether a person has said that it may let go before its host is off
 * @param providerHost the host that its providerID names; null before it has one
 * @param ticket null when it holds none
 */
public record MachineView(
    ObjectName name,
    String uid,
    String version,
    boolean finalizer,
    boolean deleting,
    boolean moving,
    boolean paused,
    boolean forceRelease,
    @Nullable ObjectName providerHost,
    @Nullable Ticket ticket,
    Needs needs) {

  /** The same machine with another ticket, at the version that the write has made. */
  public MachineView with(@Nullable Ticket next, String version) {
    return new MachineView(
        name,
        uid,
        version,
        finalizer,
        deleting,
        moving,
        paused,
        forceRelease,
        providerHost,
        next,
        needs);
  }

  /** Whether it gives its host back although it is not being deleted. */
  boolean releasing() {
    return ticket != null && ticket.releasing();
  }
}
