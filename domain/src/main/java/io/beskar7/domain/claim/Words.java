package io.beskar7.domain.claim;

/** What people are told while something waits. */
final class Words {
  private Words() {}

  static String withheld(HostView host) {
    return "host " + host.name() + (host.paused() ? " is paused" : " leaves for another cluster");
  }

  static String fellBack(Ticket ticket, HostView host) {
    return "claimEpoch of host "
        + host.name()
        + " is "
        + host.epoch()
        + " but was "
        + ticket.epoch()
        + " before: it must never fall; set it to "
        + (ticket.epoch() + 1)
        + " or more";
  }

  static String nothingToAdopt(ObjectName host) {
    return "providerID names host "
        + host
        + ", but no such host names this machine in spec.consumerRef: no other host is taken";
  }

  static String powerOff(HostView host) {
    return host.offer().standstill() == Constraint.ON_HOLD
        ? "host " + host.name() + " is left as it is until its spec.hold is false"
        : "host " + host.name() + " is being powered off and cleaned";
  }

  static String unsettled(HostView host) {
    return "the claim of host " + host.name() + " is not settled yet";
  }
}
