package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SelectionTest {
  private final List<HostView> hosts =
      IntStream.range(0, 10).mapToObj(i -> Hosts.free("h" + i)).toList();

  private static MachineView machine(String name) {
    return Machines.fresh(new ObjectName("ns", name), name + "-uid", "1");
  }

  private List<String> order(MachineView machine, List<HostView> views) {
    return Selection.deterministic(machine, views).stream().map(h -> h.name().name()).toList();
  }

  @Test
  void theOrderDependsOnNamesAloneAndNotOnHowHostsAreListed() {
    List<HostView> shuffled = new ArrayList<>(hosts);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(order(machine("worker-1"), shuffled))
        .isEqualTo(order(machine("worker-1"), hosts))
        .hasSize(10);
  }

  @Test
  void machinesNumberedInSequenceStartAtDifferentHosts() {
    Set<String> first = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      first.add(order(machine("worker-" + i), hosts).getFirst());
    }

    assertThat(first).hasSize(10);
  }

  @Test
  void theOrderGoesOnFromTheFirstHostThroughAllOthers() {
    assertThat(order(machine("worker-1"), hosts))
        .isEqualTo(List.of("h4", "h5", "h6", "h7", "h8", "h9", "h0", "h1", "h2", "h3"));
  }

  @Test
  void onlyHostsThatTheMachineMayHaveAreOrdered() {
    List<HostView> mixed =
        List.of(Hosts.in("other", hosts.get(0)), Hosts.paused(hosts.get(1)), hosts.get(2));

    assertThat(order(machine("worker-1"), mixed)).containsExactly("h2");
    assertThat(Selection.nominee(machine("worker-1"), List.of())).isNull();
  }

  @Test
  void theExplanationCountsHostsByTheFirstConstraintThatFails() {
    Holder other = new Holder(Holder.MACHINE, new ObjectName("ns", "other"), "o");
    List<HostView> views = new ArrayList<>();
    hosts.forEach(host -> views.add(Hosts.heldBy(other, host)));
    MachineView machine = machine("worker-1");
    assertThat(Explanation.of(machine, views).text()).isEqualTo("0 of 10 hosts free: 10 claimed");

    views.add(Hosts.offering(Hosts.standstill(Constraint.CORDONED), Hosts.free("c")));
    views.add(Hosts.offering(Hosts.standstill(Constraint.CLEANING), Hosts.free("d")));
    views.add(Hosts.in("other", Hosts.free("e")));
    assertThat(Explanation.of(machine, views).text())
        .isEqualTo("0 of 12 hosts free: 10 claimed, 1 cordoned, 1 being cleaned");

    assertThat(Explanation.of(machine, hosts).text()).isEqualTo("10 of 10 hosts free");
    assertThat(Explanation.of(machine, List.of()).text())
        .isEqualTo("0 of 0 hosts free: the namespace has no PhysicalHost");
  }
}
