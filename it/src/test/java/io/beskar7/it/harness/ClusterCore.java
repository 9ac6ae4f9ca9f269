package io.beskar7.it.harness;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterSpec;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Groups;
import io.beskar7.api.machine.Beskar7Machine;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Plays the part of Cluster API's own controllers: makes Clusters and Machines, and owns ours. */
public final class ClusterCore {
  private static final String VERSION = "cluster.x-k8s.io/v1beta2";
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;
  private final String namespace;

  public ClusterCore(Rack rack) {
    this.client = rack.client();
    this.namespace = rack.namespace();
  }

  /** Installs both kinds, where they are not there yet. */
  public ClusterCore install() throws IOException {
    for (String plural : List.of("clusters", "machines")) {
      try (InputStream in =
          ClusterCore.class.getResourceAsStream("/cluster-api/" + plural + ".yaml")) {
        client
            .resource(Serialization.unmarshal(in, CustomResourceDefinition.class))
            .createOr(present -> null);
      }
      client
          .apiextensions()
          .v1()
          .customResourceDefinitions()
          .withName(plural + ".cluster.x-k8s.io")
          .waitUntilCondition(ClusterCore::isEstablished, 1, TimeUnit.MINUTES);
    }
    return this;
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  /** A Cluster and its Beskar7Cluster of the same name. */
  public void cluster(String name, String endpointHost) {
    GenericKubernetesResource cluster =
        create(
            """
            apiVersion: %s
            kind: Cluster
            metadata: {name: %s}
            spec:
              infrastructureRef: {apiGroup: %s, kind: Beskar7Cluster, name: %s}
              controlPlaneEndpoint: {host: %s, port: 6443}
            """
                .formatted(VERSION, name, Groups.INFRASTRUCTURE, name, endpointHost));
    Beskar7Cluster ours = new Beskar7Cluster();
    ours.setSpec(new Beskar7ClusterSpec());
    own(ours, name, name, cluster);
    client.resource(ours).inNamespace(namespace).create();
  }

  /** What core does once the Beskar7Cluster says that it is provisioned. */
  public void infrastructureProvisioned(String cluster) {
    clusterNamed(cluster)
        .subresource("status")
        .patch(MERGE, "{\"status\":{\"initialization\":{\"infrastructureProvisioned\":true}}}");
  }

  public void pause(String cluster, boolean paused) {
    clusterNamed(cluster).patch(MERGE, "{\"spec\":{\"paused\":" + paused + "}}");
  }

  /** A Machine without bootstrap data yet; its Beskar7Machine has the same name. */
  public void machine(String cluster, Beskar7Machine ours) {
    String name = ours.getMetadata().getName();
    GenericKubernetesResource machine =
        create(
            """
            apiVersion: %s
            kind: Machine
            metadata: {name: %s, finalizers: [machine.cluster.x-k8s.io]}
            spec:
              clusterName: %s
              infrastructureRef: {apiGroup: %s, kind: Beskar7Machine, name: %s}
            """
                .formatted(VERSION, name, cluster, Groups.INFRASTRUCTURE, name));
    own(ours, name, cluster, machine);
    ours.getSpec().bootstrap = null;
    client.resource(ours).inNamespace(namespace).create();
  }

  public void bootstrapReady(String machine, String secret) {
    machineNamed(machine)
        .patch(MERGE, "{\"spec\":{\"bootstrap\":{\"dataSecretName\":\"" + secret + "\"}}}");
  }

  /** The Machine goes; its infrastructure first, as core has it. */
  public void delete(String machine) {
    machineNamed(machine).delete();
    client.resources(Beskar7Machine.class).inNamespace(namespace).withName(machine).delete();
  }

  /** The Machine is gone at once; the garbage collector does the rest. */
  public void vanish(String machine) {
    finish(machine);
    machineNamed(machine).delete();
  }

  /** Core's last step. */
  public void finish(String machine) {
    machineNamed(machine).patch(MERGE, "{\"metadata\":{\"finalizers\":null}}");
  }

  private Resource<GenericKubernetesResource> clusterNamed(String name) {
    return client
        .genericKubernetesResources(VERSION, "Cluster")
        .inNamespace(namespace)
        .withName(name);
  }

  private Resource<GenericKubernetesResource> machineNamed(String name) {
    return client
        .genericKubernetesResources(VERSION, "Machine")
        .inNamespace(namespace)
        .withName(name);
  }

  private GenericKubernetesResource create(String yaml) {
    return client
        .resource(Serialization.unmarshal(yaml, GenericKubernetesResource.class))
        .inNamespace(namespace)
        .create();
  }

  private static void own(HasMetadata ours, String name, String cluster, HasMetadata owner) {
    OwnerReference reference =
        new OwnerReferenceBuilder()
            .withApiVersion(owner.getApiVersion())
            .withKind(owner.getKind())
            .withName(owner.getMetadata().getName())
            .withUid(owner.getMetadata().getUid())
            .withController(true)
            .withBlockOwnerDeletion(true)
            .build();
    ours.getMetadata().setName(name);
    ours.getMetadata().setLabels(Map.of(Annotations.CLUSTER_NAME, cluster));
    ours.getMetadata().setOwnerReferences(List.of(reference));
  }
}
