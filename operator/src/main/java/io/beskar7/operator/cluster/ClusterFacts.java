package io.beskar7.operator.cluster;

import io.beskar7.api.cluster.Endpoint;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the status of a cluster rests on.
 *
 * @param paused who paused it, in words; null when nobody did
 * @param waits what of Cluster API is not there yet, in words; null when nothing is missing
 * @param endpoint as the user gave it, else as the owner has it; null while nobody has one
 * @param zones failure domains, from the labels of the hosts of the namespace
 */
record ClusterFacts(
    @Nullable String paused,
    @Nullable String waits,
    @Nullable Endpoint endpoint,
    SortedSet<String> zones) {
  ClusterFacts {
    zones = new TreeSet<>(zones);
  }
}
