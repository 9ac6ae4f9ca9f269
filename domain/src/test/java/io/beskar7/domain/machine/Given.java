package io.beskar7.domain.machine;

import io.beskar7.domain.machine.RunFacts.Limits;
import io.beskar7.domain.machine.Verdict.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Builds facts by saying only what matters: a fresh stand-alone machine with all it needs. */
final class Given {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final MachineSettings SETTINGS = new MachineSettings(3, Duration.ofSeconds(10));
  static final Ticket TICKET = new Ticket("host-1", "host-uid", 7, false);
  static final Limits LIMITS =
      new Limits(Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(20));

  boolean finalizer = true;
  boolean deleting;
  boolean leaving;
  String paused;
  Owner owner = new Owner.StandAlone();
  List<String> faults = List.of();
  BootstrapData bootstrap = new BootstrapData.Ready("boot-data");
  String namedHost;
  Recorded recorded = new Recorded(null, null, "", null, false);
  Hold hold = new Hold.None();
  List<RunFacts> runs = new ArrayList<>();
  String trouble;
  Parting parting = new Parting.NotAsked();

  static Given machine() {
    return new Given();
  }

  Given bound() {
    hold = new Hold.Bound(TICKET);
    return this;
  }

  Given seemsBound() {
    hold = new Hold.Unverified(TICKET, true);
    return this;
  }

  Given releasing() {
    hold = new Hold.Unverified(new Ticket("host-1", "host-uid", 7, true), true);
    return this;
  }

  Given run(RunFacts run) {
    runs.add(run);
    return this;
  }

  Given recorded(Phase phase, Cause cause, String run) {
    recorded = new Recorded(phase, cause, "as before", run, phase == Phase.PROVISIONED);
    return this;
  }

  MachineFacts facts() {
    return new MachineFacts(
        "worker",
        "machine-uid",
        NOW.minusSeconds(3600),
        finalizer,
        deleting,
        leaving,
        paused,
        owner,
        faults,
        bootstrap,
        namedHost,
        recorded,
        hold,
        runs,
        "0 of 2 hosts free: 2 claimed",
        trouble,
        parting);
  }

  Step decide() {
    return MachineLifecycle.decide(facts(), NOW, SETTINGS);
  }

  Step.Decided decided() {
    return (Step.Decided) decide();
  }

  Note.Standing standing() {
    return (Note.Standing) decided().note();
  }

  /** A run of host-1 under the ticket, opened so long ago, of which nothing was heard. */
  static RunFacts silent(int attempt, Duration age) {
    return new RunFacts(
        "run-" + attempt,
        "host-1",
        "host-uid",
        7,
        attempt,
        NOW.minus(age),
        LIMITS,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static RunFacts booted(RunFacts run) {
    return new RunFacts(
        run.name(),
        run.host(),
        run.hostUid(),
        run.epoch(),
        run.attempt(),
        run.openedAt(),
        run.limits(),
        run.openedAt().plusSeconds(30),
        null,
        null,
        null,
        null,
        null);
  }

  static RunFacts reported(RunFacts run) {
    RunFacts b = booted(run);
    return new RunFacts(
        b.name(),
        b.host(),
        b.hostUid(),
        b.epoch(),
        b.attempt(),
        b.openedAt(),
        b.limits(),
        b.scriptServedAt(),
        b.openedAt().plusSeconds(60),
        null,
        null,
        null,
        null);
  }

  static RunFacts judged(RunFacts run, Result result) {
    RunFacts r = reported(run);
    String why = result == Result.ACCEPTED ? "" : "8 cores wanted, 4 found";
    return new RunFacts(
        r.name(),
        r.host(),
        r.hostUid(),
        r.epoch(),
        r.attempt(),
        r.openedAt(),
        r.limits(),
        r.scriptServedAt(),
        r.reportedAt(),
        new Verdict(result, why, r.openedAt().plusSeconds(60)),
        null,
        null,
        null);
  }

  static RunFacts finished(RunFacts run) {
    RunFacts j = judged(run, Result.ACCEPTED);
    return new RunFacts(
        j.name(),
        j.host(),
        j.hostUid(),
        j.epoch(),
        j.attempt(),
        j.openedAt(),
        j.limits(),
        j.scriptServedAt(),
        j.reportedAt(),
        j.verdict(),
        null,
        j.openedAt().plusSeconds(90),
        null);
  }

  static RunFacts failing(RunFacts run, String words) {
    RunFacts j = judged(run, Result.ACCEPTED);
    return new RunFacts(
        j.name(),
        j.host(),
        j.hostUid(),
        j.epoch(),
        j.attempt(),
        j.openedAt(),
        j.limits(),
        j.scriptServedAt(),
        j.reportedAt(),
        j.verdict(),
        words,
        null,
        null);
  }

  static RunFacts closed(RunFacts run, Outcome outcome, Cause cause) {
    return new RunFacts(
        run.name(),
        run.host(),
        run.hostUid(),
        run.epoch(),
        run.attempt(),
        run.openedAt(),
        run.limits(),
        run.scriptServedAt(),
        run.reportedAt(),
        run.verdict(),
        run.failure(),
        run.finishedAt(),
        new Ending(outcome, cause, "it ended"));
  }

  static RunFacts elsewhere(RunFacts run) {
    return new RunFacts(
        "run-elsewhere",
        "host-2",
        "other-uid",
        7,
        run.attempt(),
        run.openedAt(),
        run.limits(),
        null,
        null,
        null,
        null,
        null,
        run.ending());
  }
}
