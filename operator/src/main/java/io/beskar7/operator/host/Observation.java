package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.host.HostFacts;
import io.beskar7.operator.bmc.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A host at one moment.
 *
 * @param host the version every write is based on; may belong to a cache
 * @param entry the last word on its BMC, null when there is none
 */
record Observation(PhysicalHost host, HostFacts facts, Route route, @Nullable DeskEntry entry) {

  Observation rivalled(List<String> found) {
    return new Observation(host, facts.rivalled(found), route, entry);
  }

  Observation namedBy(String machine) {
    return new Observation(host, facts.namedBy(machine), route, entry);
  }
}
