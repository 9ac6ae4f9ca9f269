package io.beskar7.operator.runtime;

import io.beskar7.api.common.Groups;
import io.beskar7.operator.owner.ClusterApi;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;

/** Cluster API's two kinds, as small as they can be, and objects of them. */
final class ClusterKinds {
  private ClusterKinds() {}

  static void install(KubernetesClient client, String version) {
    for (String kind : List.of(ClusterApi.MACHINE, ClusterApi.CLUSTER)) {
      var crd =
          client
              .apiextensions()
              .v1()
              .customResourceDefinitions()
              .resource(definition(kind, version));
      crd.create();
      Site.eventually(
          kind + " is served",
          () ->
              client.getApiResources(ClusterApi.GROUP + "/" + version) != null
                  && client
                      .getApiResources(ClusterApi.GROUP + "/" + version)
                      .getResources()
                      .stream()
                      .anyMatch(r -> r.getKind().equals(kind)));
    }
  }

  private static CustomResourceDefinition definition(String kind, String version) {
    String singular = kind.toLowerCase(java.util.Locale.ROOT);
    return Serialization.unmarshal(
        """
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: %1$ss.cluster.x-k8s.io}
        spec:
          group: cluster.x-k8s.io
          scope: Namespaced
          names: {kind: %2$s, listKind: %2$sList, plural: %1$ss, singular: %1$s}
          versions:
          - name: %3$s
            served: true
            storage: true
            schema:
              openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}
        """
            .formatted(singular, kind, version),
        CustomResourceDefinition.class);
  }

  static GenericKubernetesResource cluster(
      KubernetesClient client, String namespace, String version, boolean ready) {
    return apply(
        client,
        """
        apiVersion: cluster.x-k8s.io/%s
        kind: Cluster
        metadata: {name: prod, namespace: %s}
        spec:
          paused: false
          infrastructureRef: {apiGroup: %s, kind: Beskar7Cluster, name: prod}
        status: {initialization: {infrastructureProvisioned: %s}}
        """
            .formatted(version, namespace, Groups.INFRASTRUCTURE, ready));
  }

  static GenericKubernetesResource machine(
      KubernetesClient client, String namespace, String version, String dataSecret) {
    String bootstrap = dataSecret == null ? "{}" : "{dataSecretName: " + dataSecret + "}";
    return apply(
        client,
        """
        apiVersion: cluster.x-k8s.io/%s
        kind: Machine
        metadata: {name: worker-m, namespace: %s}
        spec:
          clusterName: prod
          failureDomain: zone-b
          bootstrap: %s
          infrastructureRef: {apiGroup: %s, kind: Beskar7Machine, name: worker}
        """
            .formatted(version, namespace, bootstrap, Groups.INFRASTRUCTURE));
  }

  private static GenericKubernetesResource apply(KubernetesClient client, String yaml) {
    return client
        .resource(Serialization.unmarshal(yaml, GenericKubernetesResource.class))
        .createOr(existing -> existing.update());
  }
}
