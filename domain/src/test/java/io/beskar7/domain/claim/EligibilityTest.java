package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.hardware.HardwareFacts;
import io.beskar7.domain.hardware.HardwareRequirements;
import io.beskar7.domain.hardware.Identity;
import io.beskar7.domain.hardware.RootDisk;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EligibilityTest {
  private static final MachineView MACHINE =
      Machines.finalizer(Machines.fresh(new ObjectName("ns", "m"), "m-uid", "1"), "1");
  private static final HostView FREE = Hosts.free("h");
  private static final Holder OTHER =
      new Holder(Holder.MACHINE, new ObjectName("ns", "other"), "other-uid");

  private static Needs needs(Selector selector, List<String> tags, String zone, int cores) {
    return new Needs(
        selector, tags, zone, HardwareRequirements.builder().minCPUCores(cores).build());
  }

  static Stream<Arguments> constraints() {
    return Stream.of(
        Arguments.of(Constraint.CLAIMED, Hosts.heldBy(OTHER, FREE)),
        Arguments.of(Constraint.CLAIMED, Hosts.deleting(Hosts.heldBy(OTHER, FREE))),
        Arguments.of(Constraint.DELETING, Hosts.deleting(Hosts.paused(FREE))),
        Arguments.of(Constraint.PAUSED, Hosts.paused(Hosts.moving(FREE))),
        Arguments.of(Constraint.MOVING, Hosts.moving(FREE)));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void theFirstConstraintThatFailsIsNamed(Constraint first, HostView host) {
    assertThat(Eligibility.refusal(MACHINE, host)).isEqualTo(first);
  }

  @ParameterizedTest
  @EnumSource(names = {"CORDONED", "IN_MAINTENANCE", "ON_HOLD", "CLEANING", "BUSY", "UNHEALTHY"})
  void aHostThatStandsStillIsGivenToNobody(Constraint why) {
    HostView host = Hosts.offering(Hosts.standstill(why), FREE);

    assertThat(Eligibility.refusal(MACHINE, host)).isEqualTo(why);
  }

  @Test
  void whatTheMachineAsksForIsComparedInOrder() {
    Needs needs =
        needs(
            new Selector(List.of(new Selector.In("rack", List.of("r1")))), List.of("gpu"), "z1", 8);
    MachineView machine = Machines.needing(MACHINE, needs);

    assertThat(Eligibility.refusal(machine, FREE)).isEqualTo(Constraint.LABELS);
    assertThat(Eligibility.refusal(machine, offer(Set.of(), null, null)))
        .isEqualTo(Constraint.TAGS);
    assertThat(Eligibility.refusal(machine, offer(Set.of("gpu", "ssd"), "z2", null)))
        .isEqualTo(Constraint.FAILURE_DOMAIN);
    assertThat(Eligibility.refusal(machine, offer(Set.of("gpu"), "z1", 4)))
        .isEqualTo(Constraint.HARDWARE);
    assertThat(Eligibility.refusal(machine, offer(Set.of("gpu"), "z1", 8))).isNull();
  }

  @Test
  void whatAHostDoesNotTellOfItsHardwareDoesNotSpeakAgainstIt() {
    MachineView machine = Machines.needing(MACHINE, needs(Selector.ALL, List.of(), null, 64));

    assertThat(Eligibility.refusal(machine, FREE)).isNull();
  }

  @Test
  void requirementsThatCannotBeUnderstoodFitNoHost() {
    MachineView machine = Machines.needing(MACHINE, new Needs(Selector.ALL, List.of(), null, null));

    assertThat(Eligibility.refusal(machine, FREE)).isEqualTo(Constraint.NEEDS_UNCLEAR);
  }

  private static HostView offer(Set<String> tags, String zone, Integer cores) {
    HardwareFacts facts =
        new HardwareFacts(cores, null, null, null, null, null, null, Identity.UNKNOWN);
    return Hosts.offering(
        new Offer(null, Map.of("rack", "r1"), tags, zone, facts, false, RootDisk.ANY), FREE);
  }

  @Test
  void whatAReportHasNotToldIsNotAskedOfTheSameHostAgain() {
    MachineView machine = Machines.needing(MACHINE, needs(Selector.ALL, List.of(), null, 64));

    assertThat(Eligibility.refusal(machine, reported(List.of(), RootDisk.ANY)))
        .isEqualTo(Constraint.HARDWARE);
  }

  @Test
  void theDiskForTheSystemIsTheOneTheHostHintsAtUnlessTheMachineSays() {
    HardwareRequirements wanted = HardwareRequirements.builder().minDiskGB(500).build();
    Needs needs = new Needs(Selector.ALL, List.of(), null, wanted);
    MachineView machine = Machines.needing(MACHINE, needs);
    List<HardwareFacts.Disk> disks = List.of(disk("small", 32), disk("large", 960));

    assertThat(Eligibility.refusal(machine, reported(disks, hint("large")))).isNull();
    assertThat(Eligibility.refusal(machine, reported(disks, hint("gone"))))
        .isEqualTo(Constraint.HARDWARE);
    Needs own = new Needs(Selector.ALL, List.of(), null, wanted.orRootDisk(hint("small")));
    assertThat(Eligibility.refusal(Machines.needing(MACHINE, own), reported(disks, hint("large"))))
        .isEqualTo(Constraint.HARDWARE);
  }

  private static HardwareFacts.Disk disk(String serial, long gb) {
    return new HardwareFacts.Disk(gb * 1_000_000_000L, "SSD", serial, null);
  }

  private static RootDisk hint(String serial) {
    return new RootDisk(serial, null, null, null);
  }

  private static HostView reported(List<HardwareFacts.Disk> disks, RootDisk hints) {
    HardwareFacts facts =
        new HardwareFacts(null, null, null, null, disks, null, null, Identity.UNKNOWN);
    return Hosts.offering(new Offer(null, Map.of(), Set.of(), null, facts, true, hints), FREE);
  }

  @Test
  void aRunningMachineMayHaveTheHostThatNamesItWhateverItsState() {
    MachineView running = Machines.running(MACHINE, FREE.name(), "2");
    Holder before = new Holder(Holder.MACHINE, MACHINE.name(), "earlier-uid");
    HostView its =
        Hosts.deleting(
            Hosts.heldBy(before, Hosts.offering(Hosts.standstill(Constraint.CORDONED), FREE)));

    assertThat(Eligibility.refusal(running, its)).isNull();
    assertThat(Eligibility.refusal(running, Hosts.paused(its))).isEqualTo(Constraint.PAUSED);
    assertThat(Eligibility.refusal(running, Hosts.moving(its))).isEqualTo(Constraint.MOVING);
    assertThat(Eligibility.refusal(running, FREE)).isEqualTo(Constraint.NOT_ITS_OWN);
    assertThat(Eligibility.refusal(running, Hosts.free("h2"))).isEqualTo(Constraint.NOT_NAMED);
  }

  @Test
  void aProviderIdThatIsNotOursNamesNoHostThatExists() {
    assertThat(ObjectName.ofProviderId("b7://ns/h")).isEqualTo(FREE.name());
    for (String foreign : List.of("aws:///x/y", "b7://ns", "b7://ns/", "b7:///h", "")) {
      assertThat(ObjectName.ofProviderId(foreign).namespace()).isEmpty();
    }
  }
}
