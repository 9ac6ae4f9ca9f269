package io.beskar7.domain.machine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about a machine rests on.
 *
 * @param leaving the object is on its way to another management cluster
 * @param paused who paused it, in words; null when nobody did
 * @param faults of spec, each naming field, value and what is allowed
 * @param namedHost the host that providerID names; null without a providerID
 * @param runs of this very machine (by UID), in any order
 * @param explanation why no host is held yet
 * @param trouble what the host's BMC is said to suffer from; null when nothing is known
 */
public record MachineFacts(
    String name,
    String uid,
    Instant createdAt,
    boolean finalizer,
    boolean deleting,
    boolean leaving,
    @Nullable String paused,
    Owner owner,
    List<String> faults,
    BootstrapData bootstrap,
    @Nullable String namedHost,
    Recorded recorded,
    Hold hold,
    List<RunFacts> runs,
    String explanation,
    @Nullable String trouble,
    Parting parting) {
  public MachineFacts {
    faults = List.copyOf(faults);
    runs = List.copyOf(runs);
  }

  /** The run that is open, or was opened last; null when there was none. */
  @Nullable RunFacts lastRun() {
    return runs.stream().max(Comparator.comparing(RunFacts::openedAt)).orElse(null);
  }

  /** The last attempt at the host of this ticket; null when there was none. */
  @Nullable RunFacts lastRun(Ticket ticket) {
    return runs.stream()
        .filter(run -> run.serves(ticket))
        .max(Comparator.comparingInt(RunFacts::attempt))
        .orElse(null);
  }

  List<RunFacts> openRuns() {
    return runs.stream().filter(RunFacts::open).toList();
  }

  /** The same, with what a live look at the host has shown. */
  public MachineFacts with(Hold seen) {
    return new MachineFacts(
        name,
        uid,
        createdAt,
        finalizer,
        deleting,
        leaving,
        paused,
        owner,
        faults,
        bootstrap,
        namedHost,
        recorded,
        seen,
        runs,
        explanation,
        trouble,
        parting);
  }

  /** The same, with the answer of the claim room. */
  public MachineFacts with(Parting answer) {
    return new MachineFacts(
        name,
        uid,
        createdAt,
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
        explanation,
        trouble,
        answer);
  }
}
