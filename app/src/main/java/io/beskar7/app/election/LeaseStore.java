package io.beskar7.app.election;

import org.jspecify.annotations.Nullable;

/** One Lease, changed by compare-and-swap. Unchecked exceptions mean: not known what happened. */
public interface LeaseStore {

  /** What is stored, or null when there is no Lease yet. */
  @Nullable Stored read();

  /**
   * Creates the Lease.
   *
   * @return what is stored now, or null when somebody else was first
   */
  @Nullable Stored create(LeaseRecord lease);

  /**
   * Replaces the Lease.
   *
   * @param version the version that is replaced
   * @return what is stored now, or null when that version is no longer the newest, or nothing is
   *     stored any more
   */
  @Nullable Stored update(LeaseRecord lease, String version);

  /** A record and the version under which it was stored. */
  record Stored(LeaseRecord lease, String version) {}
}
