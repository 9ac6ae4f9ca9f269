package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/**
 * Frees a host whose consumer is proven gone. The host is read before the consumer and freed at the
 * version that was read: whoever has come to it in between makes the write fail.
 */
public final class Healing {
  private Healing() {}

  /** Ends in Healed, Unproven or Nothing. */
  public static Walk of(ObjectName host) {
    return new Look(host);
  }

  private record Look(ObjectName host) implements Walk.ReadsHost {
    @Override
    public Walk found(@Nullable HostView found) {
      if (found == null || found.holder() == null) {
        return nothing();
      }
      if (found.withheld()) {
        return unproven(found, Words.withheld(found));
      }
      Holder holder = found.holder();
      boolean ours =
          holder.kind().equals(Holder.MACHINE)
              && holder.name().namespace().equals(found.name().namespace());
      return ours
          ? new LookAtConsumer(found, holder)
          : unproven(found, "spec.consumerRef names no Beskar7Machine of this namespace");
    }
  }

  private record LookAtConsumer(HostView host, Holder holder) implements Walk.ReadsMachine {
    @Override
    public ObjectName machine() {
      return holder.name();
    }

    @Override
    public Walk found(@Nullable MachineView found) {
      if (found != null && found.uid().equals(holder.uid())) {
        return nothing();
      }
      if (found != null && host.name().equals(found.providerHost())) {
        return nothing(); // the machine runs there and adopts the host itself
      }
      if (!host.uid().equals(host.claimHostUid())) {
        return unproven(
            host,
            "spec.claimHostUID is not the UID of this host: it was restored or moved, and its"
                + " consumer "
                + holder.name()
                + " may come after it");
      }
      return new Free(host, holder);
    }
  }

  private record Free(HostView host, Holder holder) implements Walk.WritesHost {
    @Override
    public HostChange change() {
      return HostChange.free(host);
    }

    @Override
    public Walk written(HostView now) {
      return new Walk.Ended(new Outcome.Healed(now, holder));
    }

    @Override
    public Walk unsure() {
      return new Look(host.name());
    }
  }

  private static Walk nothing() {
    return new Walk.Ended(new Outcome.Nothing());
  }

  private static Walk unproven(HostView host, String text) {
    return new Walk.Ended(new Outcome.Unproven(host, text));
  }
}
