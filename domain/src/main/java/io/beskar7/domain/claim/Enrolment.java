package io.beskar7.domain.claim;

import java.util.Collection;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host may become available. A host object can be deleted by force and made again while a
 * machine still runs on the server: as long as a machine names the host under another UID, the
 * server is not free.
 */
public final class Enrolment {
  private Enrolment() {}

  /**
   * The first machine, by name, that names the host under another UID, or null.
   *
   * @param machines of the host's namespace, by a live list made after the host was read
   */
  public static @Nullable MachineView blocker(
      ObjectName host, String hostUid, Collection<MachineView> machines) {
    return machines.stream()
        .filter(machine -> namesUnderAnotherUid(machine, host, hostUid))
        .min(Comparator.comparing(MachineView::name))
        .orElse(null);
  }

  private static boolean namesUnderAnotherUid(
      MachineView machine, ObjectName host, String hostUid) {
    Ticket ticket = machine.ticket();
    if (ticket != null && host.equals(new ObjectName(machine.name().namespace(), ticket.host()))) {
      return !ticket.hostUid().equals(hostUid);
    }
    return host.equals(machine.providerHost());
  }
}
