package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.claim.Outcome.Cause;
import io.beskar7.domain.claim.Outcome.Waits;
import org.junit.jupiter.api.Test;

class LettingGoTest {
  private final World world = new World();
  private final ObjectName name = new ObjectName("ns", "m");
  private final ModelHost host = ModelHost.enrolling(new ObjectName("ns", "h"), "h-uid", "1");
  private final MachineView fresh = Machines.finalizer(Machines.fresh(name, "m-uid", "1"), "1");

  /** Takes every request to the world, faultlessly. */
  private Outcome walk(Walk walk) {
    while (true) {
      switch (walk) {
        case Walk.ReadsMachine r -> walk = r.found(world.machines.get(r.machine()));
        case Walk.ReadsHost r -> walk = r.found(view(r.host()));
        case Walk.Nominates n -> walk = n.nominated(null);
        case Walk.WritesTicket w -> walk = w.written(world.write(w.machine(), w.ticket()));
        case Walk.WritesHost w -> walk = w.written(world.write(w.host(), w.change()));
        case Walk.Ended ended -> {
          return ended.outcome();
        }
      }
    }
  }

  private HostView view(ObjectName which) {
    ModelHost found = world.hosts.get(which);
    return found == null ? null : found.view();
  }

  private HostView host() {
    return view(host.view().name());
  }

  private MachineView machine() {
    return world.machines.get(name);
  }

  private Outcome letGo() {
    return walk(LettingGo.of(name, machine().uid()));
  }

  private void bind() {
    world.put(host);
    world.put(fresh.with(Ticket.of(host.view()), "2"));
    world.write(host.view(), HostChange.bind(fresh, host.view()));
  }

  @Test
  void aRunningMachineThatWasMovedBindsItsHostAnewBeforeItFreesIt() {
    bind();
    MachineView moved =
        Machines.running(Machines.fresh(name, "moved-uid", "9"), host().name(), "9");
    world.put(Machines.deleting(Machines.finalizer(moved, "9"), "9"));

    assertThat(letGo()).isInstanceOfSatisfying(Waits.class, w -> power(w.cause()));
    assertThat(host().holder().uid()).isEqualTo("moved-uid");
    assertThat(host().epoch()).isEqualTo(2);

    world.put(world.hosts.get(host().name()).released("10"));
    assertThat(letGo()).isInstanceOf(Outcome.LetGo.class);
    assertThat(host().holder()).isNull();
    assertThat(host().epoch()).isEqualTo(3);
  }

  private static void power(Cause cause) {
    assertThat(cause).isEqualTo(Cause.POWER_OFF);
  }

  @Test
  void aHostThatIsPausedWhileItNamesTheMachineIsWaitedFor() {
    bind();
    world.put(world.hosts.get(host().name()).paused(true, "8"));
    world.put(Machines.deleting(machine(), "9"));

    assertThat(letGo()).isEqualTo(new Waits(Cause.PAUSED, "host ns/h is paused"));
  }

  @Test
  void aHostThatNamesAnotherMachineIsLeftAlone() {
    bind();
    ModelHost live = world.hosts.get(host().name());
    Holder other = new Holder(Holder.MACHINE, new ObjectName("ns", "other"), "other-uid");
    world.put(new ModelHost(Hosts.heldBy(other, Hosts.at(7, live.view())), live.state(), false));
    world.put(Machines.deleting(machine(), "9"));
    HostView before = host();

    assertThat(letGo()).isInstanceOf(Outcome.LetGo.class);
    assertThat(host()).isEqualTo(before);
  }

  @Test
  void aMachineThatNeitherGoesNorGivesBackKeepsItsHost() {
    bind();

    assertThat(letGo()).isInstanceOf(Outcome.LetGo.class);
    assertThat(host().holder()).isNotNull();
  }

  @Test
  void anotherMachineOfTheNameIsNotLetGoFor() {
    bind();
    world.put(world.hosts.get(host().name()).released("8"));
    world.put(Machines.deleting(machine(), "9"));

    assertThat(walk(LettingGo.of(name, "gone-uid"))).isInstanceOf(Outcome.LetGo.class);
    assertThat(host().holder()).isNotNull();
  }

  @Test
  void anEpochThatFellIsLeftToAPerson() {
    world.put(host);
    world.put(fresh.with(new Ticket("h", "h-uid", 4, false), "2"));

    assertThat(walk(Claiming.of(name)))
        .isEqualTo(
            new Waits(
                Cause.EPOCH_FELL,
                "claimEpoch of host ns/h is 0 but was 4 before: it must never fall; set it to 5 or"
                    + " more"));
    assertThat(machine().ticket()).isNotNull();
  }

  @Test
  void aRunningMachineWithNothingToAdoptTakesNoOtherHost() {
    world.put(host.in(ModelHost.State.AVAILABLE, "1"));
    world.put(Machines.running(fresh, new ObjectName("ns", "gone"), "2"));

    assertThat(walk(Claiming.of(name)))
        .isEqualTo(
            new Waits(
                Cause.ADOPTION,
                "providerID names host ns/gone, but no such host names this machine in"
                    + " spec.consumerRef: no other host is taken"));
  }
}
