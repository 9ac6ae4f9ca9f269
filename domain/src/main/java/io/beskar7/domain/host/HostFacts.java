package io.beskar7.domain.host;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a decision about one host rests on.
 *
 * @param presence what the object's metadata allow
 * @param finalizer whether our finalizer is set
 * @param wishes what the user wants of the host
 * @param epoch spec.claimEpoch, 0 when absent
 * @param rivals other PhysicalHosts that stand for the same server
 * @param namedBy a machine that names this host under another UID, null when none does
 * @param runs the Provision runs of this host's UID, in any order
 */
public record HostFacts(
    Presence presence,
    boolean finalizer,
    Wishes wishes,
    long epoch,
    Holder holder,
    Access access,
    Enrolment enrolment,
    List<String> rivals,
    @Nullable String namedBy,
    List<RunFacts> runs,
    Lane lane,
    HostMemory memory) {

  public HostFacts {
    rivals = List.copyOf(rivals);
    runs = runs.stream().sorted(RunFacts.OLDEST_FIRST).toList();
  }

  /** What the object's metadata allow; the first that applies. */
  public enum Presence {
    /** Leaves for another management cluster: only the finalizer goes. */
    LEAVING,
    /** Nothing may be done. */
    PAUSED,
    DELETING,
    NORMAL
  }

  /**
   * What the user wants.
   *
   * @param cordoned no new machine
   * @param maintenance out of service while no machine holds it
   * @param hold a released host stays as it is
   */
  public record Wishes(boolean cordoned, boolean maintenance, boolean hold) {}

  /** Whether the run that memory follows is not among the runs: they may be older than memory. */
  public boolean missesItsRun() {
    return memory.run() != null && runs.stream().noneMatch(run -> run.name().equals(memory.run()));
  }

  /** The open run of the present claim, or null. */
  public @Nullable RunFacts openRun() {
    return runs.reversed().stream()
        .filter(run -> run.open() && run.epoch() == epoch)
        .findFirst()
        .orElse(null);
  }

  /** The newest run of the present claim, or null. */
  @Nullable RunFacts newestRun() {
    return runs.isEmpty() || runs.getLast().epoch() != epoch ? null : runs.getLast();
  }

  /** The same with other hosts that stand for the same server. */
  public HostFacts rivalled(List<String> found) {
    return new HostFacts(
        presence, finalizer, wishes, epoch, holder, access, enrolment, found, namedBy, runs, lane,
        memory);
  }

  /** The same with the machine that names this host under another UID. */
  public HostFacts namedBy(String machine) {
    return new HostFacts(
        presence, finalizer, wishes, epoch, holder, access, enrolment, rivals, machine, runs, lane,
        memory);
  }
}
