package io.beskar7.operator.claim;

import io.beskar7.api.machine.Beskar7Machine;
import org.jspecify.annotations.Nullable;

/** What the objects around a machine say that bears on its claim. May answer from a cache. */
public interface Surroundings {
  /** Machines on their own: no Cluster pauses them, no Machine names a failure domain. */
  Surroundings NONE =
      new Surroundings() {
        @Override
        public boolean clusterPaused(Beskar7Machine machine) {
          return false;
        }

        @Override
        public @Nullable String failureDomain(Beskar7Machine machine) {
          return null;
        }
      };

  /** Whether the machine's Cluster is paused. */
  boolean clusterPaused(Beskar7Machine machine);

  /** The failure domain that the owning Machine asks for, or null. */
  @Nullable String failureDomain(Beskar7Machine machine);
}
