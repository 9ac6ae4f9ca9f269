package io.beskar7.domain.claim;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which host a machine is nominated for: {@code deterministic} (concurrent-provisioning.md,
 * "Deterministic Selection"). The eligible hosts in the order of their names, counted from the hash
 * of the machine's namespace and name. The hash is String's, whose value Java defines: the same
 * after a restart and on every replica, and machines numbered in sequence get hosts in sequence.
 */
public final class Selection {
  private Selection() {}

  /** What the machine may have of these hosts, best first; empty when there is none. */
  public static List<HostView> deterministic(MachineView machine, Collection<HostView> hosts) {
    List<HostView> eligible =
        hosts.stream()
            .filter(host -> host.name().namespace().equals(machine.name().namespace()))
            .filter(host -> Eligibility.refusal(machine, host) == null)
            .sorted(Comparator.comparing(HostView::name))
            .toList();
    if (eligible.isEmpty()) {
      return eligible;
    }
    int first = Math.floorMod(machine.name().toString().hashCode(), eligible.size());
    return Stream.concat(eligible.stream().skip(first), eligible.stream().limit(first)).toList();
  }

  /** The best of them, or null when there is none. */
  public static @Nullable HostView nominee(MachineView machine, Collection<HostView> hosts) {
    List<HostView> order = deterministic(machine, hosts);
    return order.isEmpty() ? null : order.getFirst();
  }
}
