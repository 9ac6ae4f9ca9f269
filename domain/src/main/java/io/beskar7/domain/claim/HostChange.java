package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/** What the claim room may write to a host. Each change raises the epoch. */
public sealed interface HostChange {

  /** claimEpoch afterwards. */
  long epoch();

  /** consumerRef afterwards. */
  @Nullable Holder holder(@Nullable Holder present);

  /** claimHostUID afterwards. */
  @Nullable String claimHostUid(@Nullable String present);

  /** The machine becomes the consumer. */
  record Bind(Holder machine, String hostUid, long epoch) implements HostChange {
    @Override
    public Holder holder(@Nullable Holder present) {
      return machine;
    }

    @Override
    public String claimHostUid(@Nullable String present) {
      return hostUid;
    }
  }

  /** Tickets for the epoch before can no longer be used; the consumer stays as it is. */
  record Raise(long epoch) implements HostChange {
    @Override
    public @Nullable Holder holder(@Nullable Holder present) {
      return present;
    }

    @Override
    public @Nullable String claimHostUid(@Nullable String present) {
      return present;
    }
  }

  /** Nobody is the consumer any more. */
  record Free(long epoch) implements HostChange {
    @Override
    public @Nullable Holder holder(@Nullable Holder present) {
      return null;
    }

    @Override
    public @Nullable String claimHostUid(@Nullable String present) {
      return null;
    }
  }

  static HostChange bind(MachineView machine, HostView at) {
    return new Bind(Holder.of(machine), at.uid(), at.epoch() + 1);
  }

  static HostChange raise(HostView at) {
    return new Raise(at.epoch() + 1);
  }

  static HostChange free(HostView at) {
    return new Free(at.epoch() + 1);
  }
}
