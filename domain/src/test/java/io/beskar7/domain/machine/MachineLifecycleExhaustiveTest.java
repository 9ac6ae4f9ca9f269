package io.beskar7.domain.machine;

import static io.beskar7.domain.machine.Given.booted;
import static io.beskar7.domain.machine.Given.closed;
import static io.beskar7.domain.machine.Given.elsewhere;
import static io.beskar7.domain.machine.Given.failing;
import static io.beskar7.domain.machine.Given.finished;
import static io.beskar7.domain.machine.Given.judged;
import static io.beskar7.domain.machine.Given.reported;
import static io.beskar7.domain.machine.Given.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.machine.Act.CloseRun;
import io.beskar7.domain.machine.Act.DropFinalizer;
import io.beskar7.domain.machine.Act.OpenRun;
import io.beskar7.domain.machine.Act.SetProviderId;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.machine.Signal.RequestRelease;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.domain.machine.Step.Decided;
import io.beskar7.domain.machine.Verdict.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Every combination of small domains: what must never be decided, is not. */
class MachineLifecycleExhaustiveTest {
  private static final Ticket RELEASING = new Ticket("host-1", "host-uid", 7, true);
  private static final List<Hold> HOLDS =
      List.of(
          new Hold.None(),
          new Hold.Unverified(Given.TICKET, true),
          new Hold.Unverified(Given.TICKET, false),
          new Hold.Unverified(RELEASING, true),
          new Hold.Settling(Given.TICKET, "the host is paused"),
          new Hold.Underway(Given.TICKET),
          new Hold.Bound(Given.TICKET),
          new Hold.Lost(Given.TICKET),
          new Hold.Lost(RELEASING));
  private static final List<Owner> OWNERS =
      List.of(new Owner.StandAlone(), new Owner.Owned(false), new Owner.Missing("none"));
  private static final List<BootstrapData> DATA =
      List.of(new BootstrapData.Ready("s"), new BootstrapData.Invalid("empty"));
  private static final List<Parting> PARTINGS =
      List.of(new Parting.NotAsked(), new Parting.Waiting("off"), new Parting.Done());

  @Test
  void no_combination_of_facts_leads_to_what_must_never_be() {
    int[] seen = {0};
    everyCombination(
        facts -> {
          seen[0]++;
          check(facts, MachineLifecycle.decide(facts, Given.NOW, Given.SETTINGS));
        });
    assertThat(seen[0]).isGreaterThan(500_000);
  }

  private static void check(MachineFacts facts, Step step) {
    if (!(step instanceof Decided decided)) {
      boolean verify = step instanceof Step.Verify;
      must(facts, facts.hold() instanceof Hold.Unverified || !verify, "nothing to verify");
      must(facts, facts.parting() instanceof Parting.NotAsked || verify, "asked twice");
      must(facts, verify || facts.openRuns().isEmpty(), "let go with an open run");
      return;
    }
    checkRuns(facts, decided);
    checkPauses(facts, decided);
    checkFinality(facts, decided);
    checkRelease(facts, decided);
    checkProgress(facts, decided);
    checkSteadiness(facts, decided);
  }

  private static void checkRuns(MachineFacts facts, Decided decided) {
    List<Act> opened = decided.acts().stream().filter(OpenRun.class::isInstance).toList();
    if (!opened.isEmpty()) {
      must(facts, facts.hold() instanceof Hold.Bound, "a run without a verified binding");
      must(facts, facts.openRuns().isEmpty() && opened.size() == 1, "two open runs");
      must(facts, !facts.recorded().provisioned(), "a run for a machine that runs");
      must(facts, facts.faults().isEmpty(), "a run with an invalid spec");
      must(facts, facts.bootstrap() instanceof BootstrapData.Ready, "a run without data");
      must(facts, facts.finalizer() || first(decided), "a run before the finalizer");
    }
    for (Act act : decided.acts()) {
      if (act instanceof CloseRun close) {
        must(
            facts,
            facts.openRuns().stream().anyMatch(run -> run.name().equals(close.run())),
            "closes what is not open");
      }
    }
  }

  private static boolean first(Decided decided) {
    return decided.acts().getFirst() instanceof Act.AddFinalizer;
  }

  private static void checkPauses(MachineFacts facts, Decided decided) {
    if (facts.leaving() || facts.paused() != null) {
      must(
          facts,
          decided.acts().isEmpty()
              || (facts.leaving() && decided.acts().equals(List.of(new DropFinalizer()))),
          "acts on a machine that is paused or on the move");
      must(facts, !decided.signals().contains(new Wants()), "claims while paused");
    }
  }

  private static void checkFinality(MachineFacts facts, Decided decided) {
    boolean free = !facts.leaving() && facts.paused() == null && !facts.deleting();
    if (free && facts.recorded().phase() == Phase.FAILED) {
      must(facts, decided.acts().stream().noneMatch(OpenRun.class::isInstance), "goes on");
      must(facts, decided.acts().stream().noneMatch(SetProviderId.class::isInstance), "goes on");
      must(facts, !decided.signals().contains(new Wants()), "a failed machine claims");
      must(
          facts,
          !(decided.note() instanceof Standing s) || s.phase() == Phase.FAILED,
          "failure is taken back");
    }
    if (free && facts.recorded().provisioned() && facts.recorded().phase() != Phase.FAILED) {
      must(
          facts,
          decided.note() instanceof Standing s && s.phase() == Phase.PROVISIONED,
          "a machine that runs is said not to");
    }
  }

  private static void checkRelease(MachineFacts facts, Decided decided) {
    boolean drops = decided.acts().contains(new DropFinalizer());
    if (drops && !facts.leaving()) {
      must(facts, facts.parting() instanceof Parting.Done, "goes before the host is let go");
      must(facts, facts.openRuns().isEmpty(), "goes with an open run");
    }
    must(facts, !drops || facts.deleting(), "drops the finalizer of a living machine");
    must(
        facts,
        !decided.signals().contains(new RequestRelease())
            || !facts.recorded().provisioned()
            || facts.recorded().phase() == Phase.FAILED,
        "gives back the host of a machine that runs");
  }

  /** What has been said of a run must not be said twice, so nothing may hide that it is open. */
  private static void checkSteadiness(MachineFacts facts, Decided decided) {
    Ticket ticket = facts.hold().claim();
    boolean attempts =
        ticket != null
            && !ticket.releasing()
            && facts.openRuns().stream().anyMatch(run -> run.serves(ticket));
    boolean back =
        decided.note() instanceof Standing s
            && (s.phase() == Phase.PENDING || s.phase() == Phase.CLAIMING);
    must(facts, !(attempts && back), "an open run is said not to be");
  }

  /** Whoever is not at an end waits for something: an act, a word to the claims, a time, news. */
  private static void checkProgress(MachineFacts facts, Decided decided) {
    if (decided.note() instanceof Standing standing) {
      must(facts, !standing.message().isBlank(), "no word of explanation");
      boolean ready = standing.phase() == Phase.PROVISIONED && standing.ready();
      must(facts, !ready || facts.hold().held(), "ready without a host");
      boolean running =
          decided.acts().isEmpty()
              && facts.openRuns().size() == 1
              && standing.phase() == Phase.INSPECTING;
      must(facts, !running || decided.look() != null, "a run without a deadline");
    }
  }

  private static void must(MachineFacts facts, boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise + ": " + facts);
    }
  }

  private static void everyCombination(Consumer<MachineFacts> each) {
    List<List<RunFacts>> histories = histories();
    for (Hold hold : HOLDS) {
      for (List<RunFacts> runs : histories) {
        for (Phase phase : phases()) {
          for (int bits = 0; bits < 64; bits++) {
            for (int rest = 0; rest < 18; rest++) {
              each.accept(facts(hold, runs, phase, bits, rest));
            }
          }
        }
      }
    }
  }

  private static MachineFacts facts(
      Hold hold, List<RunFacts> runs, Phase phase, int bits, int rest) {
    Given given = new Given();
    given.hold = hold;
    given.runs = runs;
    given.recorded(phase, phase == Phase.FAILED ? Cause.BOOT_TIMEOUT : Cause.BOOTING, "run-1");
    given.finalizer = (bits & 1) != 0;
    given.deleting = (bits & 2) != 0;
    given.leaving = (bits & 4) != 0;
    given.paused = (bits & 8) != 0 ? "paused" : null;
    given.namedHost = (bits & 16) != 0 ? "host-1" : null;
    given.faults = (bits & 32) != 0 ? List.of("spec.x is bad") : List.of();
    given.owner = OWNERS.get(rest % 3);
    given.bootstrap = DATA.get(rest / 3 % 2);
    given.parting = PARTINGS.get(rest / 6);
    return given.facts();
  }

  private static List<Phase> phases() {
    List<Phase> phases = new ArrayList<>(Arrays.asList(Phase.values()));
    phases.add(null);
    return phases;
  }

  private static List<List<RunFacts>> histories() {
    Duration minute = Duration.ofMinutes(1);
    List<List<RunFacts>> all = new ArrayList<>();
    all.add(List.of());
    all.add(List.of(elsewhere(silent(1, minute))));
    for (int attempt : new int[] {1, 3}) {
      for (RunFacts run : records(attempt, minute)) {
        all.add(List.of(run));
      }
      for (RunFacts run : records(attempt, Duration.ofHours(1))) {
        all.add(List.of(run));
      }
      for (Cause cause :
          List.of(Cause.BOOT_TIMEOUT, Cause.WRONG_MACHINE, Cause.IMAGE_DIGEST_MISMATCH)) {
        all.add(List.of(closed(silent(attempt, minute), Outcome.FAILED, cause)));
      }
      all.add(List.of(closed(silent(attempt, minute), Outcome.CANCELLED, null)));
      all.add(List.of(closed(finished(silent(attempt, minute)), Outcome.SUCCEEDED, null)));
    }
    return all;
  }

  private static List<RunFacts> records(int attempt, Duration age) {
    RunFacts run = silent(attempt, age);
    return List.of(
        run,
        booted(run),
        reported(run),
        judged(run, Result.ACCEPTED),
        judged(run, Result.REJECTED),
        finished(run),
        failing(run, "no disk"));
  }
}
