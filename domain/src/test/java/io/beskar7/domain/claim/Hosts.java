package io.beskar7.domain.claim;

import io.beskar7.domain.hardware.HardwareFacts;
import io.beskar7.domain.hardware.RootDisk;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Hosts of tests, each different from a free one in one thing. */
final class Hosts {
  private Hosts() {}

  static HostView free(String name) {
    return new HostView(
        new ObjectName("ns", name),
        name + "-uid",
        "1",
        5,
        null,
        null,
        false,
        false,
        false,
        null,
        Offer.PLAIN);
  }

  static HostView in(String namespace, HostView h) {
    return new HostView(
        new ObjectName(namespace, h.name().name()),
        h.uid(),
        h.version(),
        h.epoch(),
        h.holder(),
        h.claimHostUid(),
        h.deleting(),
        h.paused(),
        h.moving(),
        h.releasedEpoch(),
        h.offer());
  }

  static HostView at(long epoch, HostView h) {
    return copy(h, h.uid(), epoch, h.holder(), h.paused(), h.moving(), h.releasedEpoch());
  }

  static HostView uid(String uid, HostView h) {
    return copy(h, uid, h.epoch(), h.holder(), h.paused(), h.moving(), h.releasedEpoch());
  }

  static HostView heldBy(@Nullable Holder holder, HostView h) {
    return copy(h, h.uid(), h.epoch(), holder, h.paused(), h.moving(), h.releasedEpoch());
  }

  static HostView paused(HostView h) {
    return copy(h, h.uid(), h.epoch(), h.holder(), true, h.moving(), h.releasedEpoch());
  }

  static HostView moving(HostView h) {
    return copy(h, h.uid(), h.epoch(), h.holder(), h.paused(), true, h.releasedEpoch());
  }

  static HostView off(HostView h) {
    return copy(h, h.uid(), h.epoch(), h.holder(), h.paused(), h.moving(), h.epoch());
  }

  static HostView deleting(HostView h) {
    return new HostView(
        h.name(),
        h.uid(),
        h.version(),
        h.epoch(),
        h.holder(),
        h.claimHostUid(),
        true,
        h.paused(),
        h.moving(),
        h.releasedEpoch(),
        h.offer());
  }

  static HostView offering(Offer offer, HostView h) {
    return new HostView(
        h.name(),
        h.uid(),
        h.version(),
        h.epoch(),
        h.holder(),
        h.claimHostUid(),
        h.deleting(),
        h.paused(),
        h.moving(),
        h.releasedEpoch(),
        offer);
  }

  static Offer standstill(Constraint why) {
    return new Offer(why, Map.of(), Set.of(), null, HardwareFacts.UNKNOWN, false, RootDisk.ANY);
  }

  private static HostView copy(
      HostView h,
      String uid,
      long epoch,
      @Nullable Holder holder,
      boolean paused,
      boolean moving,
      @Nullable Long releasedEpoch) {
    return new HostView(
        h.name(),
        uid,
        h.version(),
        epoch,
        holder,
        h.claimHostUid(),
        h.deleting(),
        paused,
        moving,
        releasedEpoch,
        h.offer());
  }
}
