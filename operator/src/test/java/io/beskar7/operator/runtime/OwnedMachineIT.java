package io.beskar7.operator.runtime;

import static io.beskar7.operator.runtime.Site.condition;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterSpec;
import io.beskar7.api.cluster.Endpoint;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OwnedMachineIT {
  private static final String VERSION = "v1beta2";

  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  @Order(1)
  void an_api_without_machines_and_clusters_is_named_until_it_has_them() {
    try (Site site = Site.hasty(api, 3)) {
      site.servers.each(run -> Walk.SILENT);
      site.machine("worker", OwnedMachineIT::ofCluster);
      Beskar7Machine waiting = site.awaitReason("worker", "WaitingForOwner");
      assertThat(condition(waiting, "Ready").getMessage())
          .isEqualTo(
              "the machine belongs to a Cluster, but this API serves no Machine and Cluster of"
                  + " group cluster.x-k8s.io in v1beta2 or v1beta1");
      assertThat(Finalizers.has(waiting, Finalizers.BESKAR7_MACHINE)).isFalse();
      ClusterKinds.install(site.client, VERSION);
      site.awaitMachine(
          "worker",
          "waits for its owner",
          m ->
              "Cluster API has not set the owner of this machine yet"
                  .equals(condition(m, "Ready").getMessage()));
    }
  }

  @Test
  @Order(2)
  void a_machine_of_cluster_api_follows_its_owner() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-a", h -> h.getMetadata().setLabels(Map.of(Annotations.ZONE, "zone-a")));
      site.host("host-b", h -> h.getMetadata().setLabels(Map.of(Annotations.ZONE, "zone-b")));
      ClusterKinds.cluster(site.client, site.namespace, VERSION, false);
      GenericKubernetesResource owner =
          ClusterKinds.machine(site.client, site.namespace, VERSION, null);
      site.machine(
          "worker",
          m -> {
            ofCluster(m);
            m.getSpec().bootstrap = null;
            m.getMetadata()
                .setOwnerReferences(
                    List.of(
                        new OwnerReferenceBuilder()
                            .withApiVersion("cluster.x-k8s.io/v1beta1")
                            .withKind("Machine")
                            .withName("worker-m")
                            .withUid(owner.getMetadata().getUid())
                            .withController(true)
                            .build()));
          });
      site.awaitReason("worker", "WaitingForClusterInfrastructureReady");
      ClusterKinds.cluster(site.client, site.namespace, VERSION, true);
      Beskar7Machine waiting = site.awaitReason("worker", "WaitingForBootstrapData");
      assertThat(condition(waiting, "Ready").getMessage())
          .isEqualTo("Machine worker-m has no spec.bootstrap.dataSecretName yet");
      ClusterKinds.machine(site.client, site.namespace, VERSION, "boot-data");
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(machine.getStatus().host).isEqualTo("host-b");
      assertThat(machine.getStatus().failureDomain).isEqualTo("zone-b");
      pausedCluster(site, true);
      site.awaitMachine(
          "worker",
          "is paused",
          m ->
              "Cluster prod spec.paused is set to true"
                  .equals(condition(m, "Paused").getMessage()));
      site.delete("worker");
      site.restart();
      assertThat(site.machineNow("worker")).isNotNull();
      pausedCluster(site, false);
      site.awaitGone("worker");
    }
  }

  @Test
  @Order(3)
  void a_cluster_tells_its_endpoint_and_failure_domains() {
    try (Site site = Site.patient(api)) {
      site.host("host-b", h -> h.getMetadata().setLabels(Map.of(Annotations.ZONE, "zone-b")));
      site.host("host-a", h -> h.getMetadata().setLabels(Map.of(Annotations.ZONE, "zone-a")));
      site.host("host-x");
      Beskar7Cluster cluster = new Beskar7Cluster();
      cluster.setMetadata(
          new ObjectMetaBuilder().withNamespace(site.namespace).withName("prod").build());
      cluster.setSpec(new Beskar7ClusterSpec());
      cluster.getSpec().controlPlaneEndpoint = new Endpoint();
      cluster.getSpec().controlPlaneEndpoint.host = "";
      site.client.resource(cluster).create();
      Site.eventually(
          "the endpoint is missed",
          () -> {
            Beskar7Cluster now = clusterNow(site);
            return now.getStatus() != null
                && "EndpointNotSet"
                    .equals(
                        Conditions.find(now.getStatus().conditions, "ControlPlaneEndpointReady")
                            .getReason())
                && !now.getStatus().ready;
          });
      cluster = clusterNow(site);
      cluster.getSpec().controlPlaneEndpoint.host = "10.0.0.10";
      cluster.getMetadata().setResourceVersion(null);
      site.client.resource(cluster).patch();
      Site.eventually(
          "the cluster is ready", () -> Boolean.TRUE.equals(clusterNow(site).getStatus().ready));
      Beskar7Cluster ready = clusterNow(site);
      assertThat(
              Conditions.find(ready.getStatus().conditions, "ControlPlaneEndpointReady")
                  .getReason())
          .isEqualTo("EndpointSet");
      assertThat(ready.getStatus().initialization.provisioned).isTrue();
      assertThat(ready.getStatus().controlPlaneEndpoint.host).isEqualTo("10.0.0.10");
      assertThat(ready.getStatus().controlPlaneEndpoint.port).isEqualTo(6443);
      Site.eventually(
          "zones are told",
          () ->
              clusterNow(site).getStatus().failureDomains != null
                  && clusterNow(site).getStatus().failureDomains.stream()
                      .map(d -> d.name)
                      .toList()
                      .equals(List.of("zone-a", "zone-b")));
      assertThat(Conditions.holds(ready.getStatus().conditions, "Ready")).isTrue();
    }
  }

  private static Beskar7Cluster clusterNow(Site site) {
    return site.client
        .resources(Beskar7Cluster.class)
        .inNamespace(site.namespace)
        .withName("prod")
        .get();
  }

  private static void ofCluster(Beskar7Machine machine) {
    machine.getMetadata().setLabels(Map.of(Annotations.CLUSTER_NAME, "prod"));
  }

  private static void pausedCluster(Site site, boolean paused) {
    site.client
        .genericKubernetesResources("cluster.x-k8s.io/" + VERSION, "Cluster")
        .inNamespace(site.namespace)
        .withName("prod")
        .patch(
            io.fabric8.kubernetes.client.dsl.base.PatchContext.of(
                io.fabric8.kubernetes.client.dsl.base.PatchType.JSON_MERGE),
            "{\"spec\": {\"paused\": " + paused + "}}");
  }
}
