package io.beskar7.domain.claim;

import org.jspecify.annotations.Nullable;

/** A host object of the model: what the claim room sees of it, and what its reconciler keeps. */
record ModelHost(HostView view, State state, boolean cordoned) {
  enum State {
    ENROLLING(Constraint.ENROLLING),
    AVAILABLE(null),
    IN_USE(Constraint.NOT_AVAILABLE),
    CLEANING(Constraint.CLEANING);

    final @Nullable Constraint standstill;

    State(@Nullable Constraint standstill) {
      this.standstill = standstill;
    }
  }

  static ModelHost enrolling(ObjectName name, String uid, String version) {
    return new ModelHost(
            new HostView(name, uid, version, 0, null, null, false, false, false, null, Offer.PLAIN),
            State.ENROLLING,
            false)
        .renewed(version);
  }

  private ModelHost renewed(String version) {
    Constraint standstill = cordoned ? Constraint.CORDONED : state.standstill;
    Offer offer =
        new Offer(
            standstill,
            view.offer().labels(),
            view.offer().tags(),
            view.offer().failureDomain(),
            view.offer().facts(),
            view.offer().reported(),
            view.offer().rootDisk());
    return new ModelHost(
        new HostView(
            view.name(),
            view.uid(),
            version,
            view.epoch(),
            view.holder(),
            view.claimHostUid(),
            view.deleting(),
            view.paused(),
            view.moving(),
            view.releasedEpoch(),
            offer),
        state,
        cordoned);
  }

  ModelHost with(HostChange change, String version) {
    return new ModelHost(view.with(change, version), state, cordoned).renewed(version);
  }

  ModelHost in(State next, String version) {
    return new ModelHost(view, next, cordoned).renewed(version);
  }

  ModelHost cordoned(boolean next, String version) {
    return new ModelHost(view, state, next).renewed(version);
  }

  ModelHost released(String version) {
    return new ModelHost(flags(view.deleting(), view.paused(), view.epoch()), state, cordoned)
        .renewed(version);
  }

  ModelHost paused(boolean next, String version) {
    return new ModelHost(flags(view.deleting(), next, view.releasedEpoch()), state, cordoned)
        .renewed(version);
  }

  ModelHost deleting(String version) {
    return new ModelHost(flags(true, view.paused(), view.releasedEpoch()), state, cordoned)
        .renewed(version);
  }

  private HostView flags(boolean deleting, boolean paused, @Nullable Long releasedEpoch) {
    return new HostView(
        view.name(),
        view.uid(),
        view.version(),
        view.epoch(),
        view.holder(),
        view.claimHostUid(),
        deleting,
        paused,
        view.moving(),
        releasedEpoch,
        view.offer());
  }
}
