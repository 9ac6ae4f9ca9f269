package io.beskar7.domain.claim;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why a machine has no host: for each host of its namespace the first constraint that failed.
 *
 * @param free hosts that the machine could have
 * @param refused how many hosts fail by each constraint
 */
public record Explanation(int free, Map<Constraint, Integer> refused) {

  /** Looks at every host of the machine's namespace among these. */
  public static Explanation of(MachineView machine, Collection<HostView> hosts) {
    int free = 0;
    Map<Constraint, Integer> refused = new EnumMap<>(Constraint.class);
    for (HostView host : hosts) {
      if (!host.name().namespace().equals(machine.name().namespace())) {
        continue;
      }
      @Nullable Constraint constraint = Eligibility.refusal(machine, host);
      if (constraint == null) {
        free++;
      } else {
        refused.merge(constraint, 1, Integer::sum);
      }
    }
    return new Explanation(free, refused);
  }

  /** How many hosts were looked at. */
  public int total() {
    return free + refused.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** For people: {@code 0 of 20 hosts free: 18 claimed, 2 cordoned}; constraints in their order. */
  public String text() {
    if (total() == 0) {
      return "0 of 0 hosts free: the namespace has no PhysicalHost";
    }
    String counts =
        refused.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().text())
            .collect(Collectors.joining(", "));
    return free + " of " + total() + " hosts free" + (counts.isEmpty() ? "" : ": " + counts);
  }
}
