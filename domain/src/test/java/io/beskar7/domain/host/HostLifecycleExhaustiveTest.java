package io.beskar7.domain.host;

import static io.beskar7.domain.host.HostBuilder.NOW;
import static io.beskar7.domain.host.HostBuilder.POLICY;
import static io.beskar7.domain.host.HostBuilder.boot;
import static io.beskar7.domain.host.HostBuilder.failed;
import static io.beskar7.domain.host.HostBuilder.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.host.HostAction.Proceed;
import io.beskar7.domain.host.HostAction.Submit;
import io.beskar7.domain.host.HostFacts.Presence;
import io.beskar7.domain.host.HostFacts.Wishes;
import io.beskar7.domain.host.Operation.Kind;
import io.beskar7.domain.host.RunFacts.Ending;
import io.beskar7.domain.host.RunFacts.Progress;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every combination of a small domain, and many of a larger one: what must never happen. */
class HostLifecycleExhaustiveTest {
  private static final long EPOCH = 5;
  private static final String RUN = "run-5-1";

  private static final int ALL_BITS = 384;

  /** Trouble of the connection, a left override, maintenance: only the random test varies them. */
  private static final int LEFT_TO_CHANCE = 2 | 4 | 32;

  private static final List<List<RunFacts>> RUNS =
      List.of(
          List.of(),
          List.of(run(RUN, EPOCH, Progress.NOTHING, Ending.OPEN)),
          List.of(run(RUN, EPOCH, Progress.ACCEPTED, Ending.OPEN)),
          List.of(run(RUN, EPOCH, Progress.ACCEPTED, Ending.SUCCEEDED)),
          List.of(run(RUN, EPOCH - 1, Progress.NOTHING, Ending.OPEN)),
          List.of(run(RUN, EPOCH - 1, Progress.WRONG_MACHINE, Ending.FAILED)));

  private static final List<Operation> OPERATIONS =
      Arrays.asList(
          null,
          operation(Kind.ENROL, "op"),
          operation(Kind.POWER_OFF, "op"),
          operation(Kind.CLEAR_OVERRIDE, "op"),
          boot(RUN, null),
          boot(RUN, Step.OVERRIDE),
          boot(RUN, Step.ON));

  @Test
  void no_combination_breaks_a_rule() {
    Lane[] lanes = lanes();
    for (HostState state : HostState.values()) {
      for (Holder holder : Holder.values()) {
        for (List<RunFacts> runs : RUNS) {
          for (Operation operation : OPERATIONS) {
            for (Lane lane : lanes) {
              for (int bits = 0; bits < ALL_BITS; bits++) {
                if ((bits & LEFT_TO_CHANCE) == 0) {
                  check(host(state, holder, runs, operation, lane, bits));
                }
              }
            }
          }
        }
      }
    }
  }

  @Test
  void no_random_combination_of_everything_breaks_a_rule() {
    Random random = new Random(20260102);
    Lane[] lanes = lanes();
    for (int i = 0; i < 300_000; i++) {
      HostBuilder host =
          host(
              any(random, HostState.values()),
              any(random, Holder.values()),
              RUNS.get(random.nextInt(RUNS.size())),
              OPERATIONS.get(random.nextInt(OPERATIONS.size())),
              any(random, lanes),
              random.nextInt(ALL_BITS));
      host.presence = any(random, Presence.values());
      host.finalizer = random.nextBoolean();
      host.wishes = new Wishes(random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
      host.enrolment = any(random, Enrolment.values());
      host.rivals = random.nextBoolean() ? List.of() : List.of("other");
      host.namedBy = random.nextBoolean() ? null : "stranger";
      host.forgiven = random.nextBoolean() ? -1 : EPOCH;
      check(host);
    }
  }

  private static Lane[] lanes() {
    return new Lane[] {
      new Lane.Idle(),
      new Lane.Busy("op", null),
      new Lane.Busy("op", NOW),
      new Lane.Busy(RUN, NOW),
      new Lane.Busy("read-1", NOW),
      new Lane.StepDue(RUN, Step.OFF, NOW),
      new Lane.StepDue(RUN, Step.ON, NOW),
      ended("op", new Outcome.PoweredOff()),
      ended("op", failed(BmcFailure.UNREACHABLE)),
      ended("op", failed(BmcFailure.CREDENTIALS_REFUSED)),
      ended(RUN, new Outcome.BootStarted(true)),
      ended(RUN, new Outcome.Cancelled()),
      ended("read-1", new Outcome.StateRead(PowerState.ON, null))
    };
  }

  private static HostBuilder host(
      HostState state,
      Holder holder,
      List<RunFacts> runs,
      Operation operation,
      Lane lane,
      int bits) {
    HostBuilder host = HostBuilder.host().state(state).holder(holder).lane(lane);
    host.operation(operation).runs.addAll(runs);
    host.epoch = EPOCH;
    host.access =
        (bits & 1) == 0
            ? new Access.Usable()
            : new Access.Barred(Cause.CREDENTIALS_NOT_FOUND, "none");
    host.connection =
        (bits & 2) == 0 ? HostBuilder.CONNECTED : Finding.no(Cause.BMC_UNREACHABLE, "down");
    host.overrideLeft = (bits & 4) != 0;
    host.run = (bits & 8) == 0 ? null : RUN;
    host.phase =
        (bits & 8) == 0
            ? null
            : (bits & 16) == 0 ? InspectionPhase.PENDING : InspectionPhase.BOOTING;
    host.wishes = new Wishes(false, (bits & 32) != 0, (bits & 64) != 0);
    host.released = new long[] {-1, EPOCH, EPOCH - 1}[bits / 128];
    return host;
  }

  private static void check(HostBuilder host) {
    HostFacts facts = host.facts();
    HostDecision decision = HostLifecycle.decide(facts, NOW, POLICY);
    HostMemory after = decision.memory();
    assertThatIt(after.state() != null && host.state.mayBecome(after.state()), facts, "legal");
    assertThatIt(
        decision.actions().stream().filter(Submit.class::isInstance).count() <= 1,
        facts,
        "one thing at a time");
    boolean quiet = facts.presence() == Presence.PAUSED || facts.presence() == Presence.LEAVING;
    assertThatIt(!quiet || !toldTheLane(decision), facts, "nothing is done when paused or leaving");
    if (!quiet && decision.ready() != null) {
      checkAvailable(facts, after);
    }
    for (HostAction action : decision.actions()) {
      checkAction(facts, decision, action);
    }
  }

  private static void checkAvailable(HostFacts facts, HostMemory after) {
    if (after.state() != HostState.AVAILABLE) {
      return;
    }
    HostState before = facts.memory().state();
    boolean used = before.usedByMachine() || before == HostState.CLEANING;
    boolean confirmed =
        after.releasedEpoch() == facts.epoch() || after.releasedEpoch() == facts.epoch() - 1;
    assertThatIt(facts.holder() == Holder.NONE, facts, "available only without a consumer");
    assertThatIt(!used || confirmed, facts, "available only after a confirmed power-off");
    assertThatIt(facts.rivals().isEmpty(), facts, "available only without a rival");
    assertThatIt(facts.namedBy() == null, facts, "available only when nobody names it");
    assertThatIt(facts.access() instanceof Access.Usable, facts, "available only with a way in");
  }

  private static void checkAction(HostFacts facts, HostDecision decision, HostAction action) {
    switch (action) {
      case Submit submit -> checkSubmit(facts, decision.memory(), submit);
      case Proceed proceed -> checkStep(facts, decision.memory(), proceed.step());
      default -> {}
    }
  }

  private static void checkSubmit(HostFacts facts, HostMemory after, Submit submit) {
    assertThatIt(facts.access() instanceof Access.Usable, facts, "a submit needs a way in");
    boolean onRecord =
        after.operation() != null && after.operation().id().equals(submit.operationId());
    switch (submit.intent()) {
      case Intent.ReadState _ -> {}
      case Intent.Enrol _, Intent.ClearOverride _ ->
          assertThatIt(onRecord, facts, "what is submitted is on record");
      case Intent.BootFromNetwork(Step from) -> {
        assertThatIt(onRecord, facts, "a boot is on record");
        assertThatIt(bootAllowed(facts, after), facts, "a boot serves the open run of the claim");
        assertThatIt(from == Step.ON || !powerOnRecorded(facts), facts, "no second On in a run");
      }
      case Intent.PowerOff _ -> {
        assertThatIt(onRecord, facts, "a power-off is on record");
        assertThatIt(
            after.state() == HostState.CLEANING && !facts.holder().keeps(),
            facts,
            "power off only what is let go");
        assertThatIt(!facts.wishes().hold(), facts, "nothing is powered off on hold");
      }
    }
  }

  private static void checkStep(HostFacts facts, HostMemory after, Step step) {
    assertThatIt(bootAllowed(facts, after), facts, "a step serves the open run of the claim");
    assertThatIt(
        after.operation() != null
            && after.operation().step() != null
            && after.operation().step().compareTo(step) >= 0,
        facts,
        "a step is on record before it happens");
  }

  private static boolean bootAllowed(HostFacts facts, HostMemory after) {
    RunFacts open = facts.openRun();
    return open != null
        && open.epoch() == facts.epoch()
        && facts.holder().keeps()
        && after.operation() != null
        && open.name().equals(after.operation().run());
  }

  private static boolean powerOnRecorded(HostFacts facts) {
    HostMemory memory = facts.memory();
    return RUN.equals(memory.run())
        && memory.phase() == InspectionPhase.BOOTING
        && (memory.operation() == null || memory.operation().step() == Step.ON);
  }

  private static boolean toldTheLane(HostDecision decision) {
    return decision.actions().stream().anyMatch(a -> a instanceof Submit || a instanceof Proceed);
  }

  private static void assertThatIt(boolean holds, HostFacts facts, String rule) {
    if (!holds) {
      assertThat(facts).as(rule).isNull();
    }
  }

  private static Lane ended(String id, Outcome outcome) {
    return new Lane.Ended(id, outcome, NOW, 1, true);
  }

  private static RunFacts run(String name, long epoch, Progress progress, Ending ending) {
    return new RunFacts(name, epoch, 1, progress, ending, false, "");
  }

  private static <T> T any(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }
}
