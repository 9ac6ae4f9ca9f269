package io.beskar7.operator.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Groups;
import io.beskar7.operator.kube.Pause;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cluster's look reads of each object; see {@link io.beskar7.operator.kube.News}. */
final class Facts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Facts() {}

  /** The spec by its generation; the status whole, because it is written whole. */
  static List<@Nullable Object> ofCluster(Beskar7Cluster cluster) {
    return Arrays.asList(
        cluster.getMetadata().getUid(),
        cluster.getMetadata().getGeneration(),
        cluster.isMarkedForDeletion(),
        Pause.isPaused(cluster),
        Pause.isLeaving(cluster),
        Pause.has(cluster, Annotations.MANAGED_BY),
        Fields.label(cluster, Annotations.MANAGED_BY),
        ClusterObserver.ownerName(cluster),
        JSON.<JsonNode>valueToTree(cluster.getStatus()));
  }

  /** Of Cluster API's Cluster; see {@link ClusterObserver}. */
  static List<@Nullable Object> ofOwner(GenericKubernetesResource owner) {
    return Arrays.asList(
        Fields.infrastructure(owner, Groups.INFRASTRUCTURE, "Beskar7Cluster"),
        Fields.isTrue(owner, "spec", "paused"),
        Fields.text(owner, "spec", "controlPlaneEndpoint", "host"),
        owner.<Object>get("spec", "controlPlaneEndpoint", "port"));
  }
}
