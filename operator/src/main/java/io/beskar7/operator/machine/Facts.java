package io.beskar7.operator.machine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Groups;
import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.operator.kube.Pause;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a machine's look reads of each object; see {@link io.beskar7.operator.kube.News}. */
final class Facts {
  /** The key of the Secret (Cluster API, bootstrap contract). */
  static final String BOOTSTRAP_KEY = "value";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Facts() {}

  /**
   * The spec by its generation; the status whole, because it is written whole. Not the finalizer:
   * setting it is never a reason to do anything, and losing it is watched for apart.
   */
  static List<@Nullable Object> ofMachine(Beskar7Machine machine) {
    return Arrays.asList(
        machine.getMetadata().getUid(),
        machine.getMetadata().getGeneration(),
        machine.isMarkedForDeletion(),
        Pause.isPaused(machine),
        Pause.isLeaving(machine),
        Pause.has(machine, Annotations.FORCE_RELEASE),
        Fields.label(machine, Annotations.CLUSTER_NAME),
        Fields.owner(machine, ClusterApi.GROUP, ClusterApi.MACHINE),
        JSON.<JsonNode>valueToTree(machine.getStatus()));
  }

  /** What the claim room goes by, what is told of a BMC in trouble, and what a machine takes on. */
  static List<@Nullable Object> ofHost(PhysicalHost host) {
    ConsumerRef consumer =
        host.getSpec().consumerRef == null ? new ConsumerRef() : host.getSpec().consumerRef;
    PhysicalHostStatus status =
        host.getStatus() == null ? new PhysicalHostStatus() : host.getStatus();
    return Arrays.asList(
        host.getMetadata().getUid(),
        Pause.isPaused(host),
        Pause.isLeaving(host),
        consumer.uid,
        consumer.kind,
        consumer.namespace,
        consumer.name,
        host.getSpec().claimEpoch,
        status.releasedEpoch,
        MachineObserver.trouble(host),
        Fields.label(host, Annotations.ZONE),
        status.hardwareDetails == null ? null : status.hardwareDetails.addresses);
  }

  /** See {@link RunMapping}; times as they are written, because a filter must not fail. */
  static List<@Nullable Object> ofRun(ProvisioningRun run) {
    ProvisioningRunStatus status =
        run.getStatus() == null ? new ProvisioningRunStatus() : run.getStatus();
    Milestones passed = status.milestones == null ? new Milestones() : status.milestones;
    return Arrays.asList(
        run.getMetadata().getUid(),
        run.getMetadata().getGeneration(),
        Fields.annotation(run, Annotations.OPENED_AT),
        passed.scriptServedAt,
        passed.reportedAt,
        passed.imageWrittenAt,
        passed.phonedHomeAt,
        JSON.<JsonNode>valueToTree(status.verdict),
        JSON.<JsonNode>valueToTree(status.failure),
        JSON.<JsonNode>valueToTree(status.addresses),
        status.hostname);
  }

  /** Whether there is bootstrap data. The data itself is not kept, nor compared. */
  enum Bootstrap {
    MISSING,
    EMPTY,
    THERE
  }

  static Bootstrap ofSecret(Secret secret) {
    String value = secret.getData() == null ? null : secret.getData().get(BOOTSTRAP_KEY);
    return value == null ? Bootstrap.MISSING : value.isEmpty() ? Bootstrap.EMPTY : Bootstrap.THERE;
  }

  /** Of Cluster API's Machine; see {@link OwnerReader} and {@link OwnerSurroundings}. */
  static List<@Nullable Object> ofOwner(GenericKubernetesResource machine) {
    return Arrays.asList(
        Fields.infrastructure(machine, Groups.INFRASTRUCTURE, "Beskar7Machine"),
        Fields.text(machine, "spec", "clusterName"),
        Fields.text(machine, "spec", "failureDomain"),
        Fields.text(machine, "spec", "bootstrap", "dataSecretName"));
  }

  /** Of Cluster API's Cluster. */
  static List<Boolean> ofCluster(GenericKubernetesResource cluster) {
    return List.of(
        Fields.isTrue(cluster, "spec", "paused"), OwnerReader.infrastructureReady(cluster));
  }
}
