package io.beskar7.app.election;

import org.jspecify.annotations.Nullable;

/** A Lease in memory, shared by the electors of a test, each through its {@link Link}. */
final class FakeLeaseStore implements LeaseStore {
  private @Nullable LeaseRecord lease;
  private int version;

  @Override
  public @Nullable Stored read() {
    return lease == null ? null : new Stored(lease, "" + version);
  }

  @Override
  public @Nullable Stored create(LeaseRecord created) {
    return lease == null ? store(created) : null;
  }

  @Override
  public @Nullable Stored update(LeaseRecord updated, String expected) {
    return lease != null && expected.equals("" + version) ? store(updated) : null;
  }

  void delete() {
    lease = null;
  }

  Stored store(LeaseRecord record) {
    lease = record;
    version++;
    return new Stored(record, "" + version);
  }

  /** The way of one process to the store; it can be cut. */
  static final class Link implements LeaseStore {
    private final LeaseStore store;
    boolean cut;
    boolean losesAnswers;
    @Nullable Error breaks;

    Link(LeaseStore store) {
      this.store = store;
    }

    @Override
    public @Nullable Stored read() {
      return answered(open().read());
    }

    @Override
    public @Nullable Stored create(LeaseRecord lease) {
      return answered(open().create(lease));
    }

    @Override
    public @Nullable Stored update(LeaseRecord lease, String version) {
      return answered(open().update(lease, version));
    }

    private LeaseStore open() {
      if (breaks != null) {
        throw breaks;
      }
      if (cut) {
        throw new IllegalStateException("the network is cut");
      }
      return store;
    }

    private @Nullable Stored answered(@Nullable Stored answer) {
      if (losesAnswers) {
        throw new IllegalStateException("the answer is lost");
      }
      return answer;
    }
  }
}
