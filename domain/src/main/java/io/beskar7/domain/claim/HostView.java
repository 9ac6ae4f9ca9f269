package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * A host as one read has shown it.
 *
 * @param version resourceVersion; guards a write
 * @param epoch claimEpoch, 0 when it was never written
 * @param holder consumerRef; null when nobody holds it
 * @param claimHostUid UID of the host when it was claimed
 * @param deleting whether it has a deletionTimestamp
 * @param moving whether it leaves for another management cluster: nothing outside may be touched
 * @param releasedEpoch claimEpoch for whose release the BMC has confirmed that the server is off
 */
public record HostView(
    ObjectName name,
    String uid,
    String version,
    long epoch,
    @Nullable Holder holder,
    @Nullable String claimHostUid,
    boolean deleting,
    boolean paused,
    boolean moving,
    @Nullable Long releasedEpoch,
    Offer offer) {

  /** The same host after a change, at the version that the write has made. */
  public HostView with(HostChange change, String version) {
    return new HostView(
        name,
        uid,
        version,
        change.epoch(),
        change.holder(holder),
        change.claimHostUid(claimHostUid),
        deleting,
        paused,
        moving,
        releasedEpoch,
        offer);
  }

  /** Whether another view, whatever its version, means the same to every machine. */
  public boolean isLike(HostView other) {
    return equals(
        new HostView(
            other.name,
            other.uid,
            version,
            other.epoch,
            other.holder,
            other.claimHostUid,
            other.deleting,
            other.paused,
            other.moving,
            other.releasedEpoch,
            other.offer));
  }

  boolean heldBy(String machineUid) {
    return holder != null && machineUid.equals(holder.uid());
  }

  /** Whether it names a machine of that name, whatever its UID. */
  boolean names(MachineView machine) {
    return holder != null && holder.names(machine);
  }

  /** Paused or leaving: whatever holds it now is not ours to judge. */
  boolean withheld() {
    return paused || moving;
  }

  /** Whether it is confirmed off for the release of the present binding. */
  boolean released() {
    return releasedEpoch != null && releasedEpoch == epoch;
  }
}
