package io.beskar7.operator.cluster;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterStatus;
import io.beskar7.api.common.Annotations;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.testing.Wakes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A cluster is looked at again for what its look reads, and for nothing else. */
class FactsTest {
  private final Wakes<Beskar7Cluster> cluster =
      new Wakes<>(News.of(Facts::ofCluster), () -> named(new Beskar7Cluster()));
  private final Wakes<GenericKubernetesResource> owner =
      new Wakes<>(News.of(Facts::ofOwner), FactsTest::anOwner);

  @Test
  void a_cluster_is_woken_by_what_it_reads_of_itself() {
    cluster.wakes("uid", c -> c.getMetadata().setUid("other"));
    cluster.wakes("spec", c -> c.getMetadata().setGeneration(8L));
    cluster.wakes("deletion", c -> c.getMetadata().setDeletionTimestamp("2026-01-01T00:00:00Z"));
    cluster.wakes("pause", c -> annotate(c, Annotations.PAUSED));
    cluster.wakes("move", c -> annotate(c, Annotations.DELETE_FOR_MOVE));
    cluster.wakes("other hands", c -> annotate(c, Annotations.MANAGED_BY));
    cluster.wakes("other hands (label)", c -> label(c, Annotations.MANAGED_BY));
    cluster.wakes("Cluster", c -> label(c, Annotations.CLUSTER_NAME));
    cluster.wakes("status", c -> c.setStatus(new Beskar7ClusterStatus()));
    cluster.letsSleep("version", c -> {});
    cluster.letsSleep("label", c -> label(c, "rack"));
    cluster.letsSleep("annotation", c -> annotate(c, "example.com/note"));
  }

  @Test
  void a_cluster_is_woken_by_what_it_reads_of_its_owner() {
    owner.wakes("pause", o -> spec(o, Map.of("paused", true)));
    owner.wakes("host", o -> spec(o, Map.of("controlPlaneEndpoint", Map.of("host", "10.0.0.1"))));
    owner.wakes("port", o -> spec(o, Map.of("controlPlaneEndpoint", Map.of("port", 6443))));
    owner.wakes(
        "cluster",
        o ->
            spec(
                o,
                Map.of(
                    "infrastructureRef",
                    Map.of(
                        "apiGroup",
                        "infrastructure.cluster.x-k8s.io",
                        "kind",
                        "Beskar7Cluster",
                        "name",
                        "c"))));
    owner.letsSleep(
        "status", o -> o.getAdditionalProperties().put("status", Map.of("phase", "Provisioned")));
    owner.letsSleep("topology", o -> spec(o, Map.of("topology", Map.of("class", "small"))));
  }

  private static GenericKubernetesResource anOwner() {
    GenericKubernetesResource owner = named(new GenericKubernetesResource());
    owner.setAdditionalProperties(new HashMap<>());
    return owner;
  }

  private static void spec(GenericKubernetesResource owner, Object spec) {
    owner.getAdditionalProperties().put("spec", spec);
  }

  private static <T extends HasMetadata> T named(T object) {
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("default")
            .withName("c")
            .withUid("uid-1")
            .withGeneration(7L)
            .withResourceVersion("1")
            .build());
    return object;
  }

  private static void annotate(HasMetadata object, String annotation) {
    object.getMetadata().setAnnotations(Map.of(annotation, "true"));
  }

  private static void label(HasMetadata object, String label) {
    object.getMetadata().setLabels(Map.of(label, "x"));
  }
}
