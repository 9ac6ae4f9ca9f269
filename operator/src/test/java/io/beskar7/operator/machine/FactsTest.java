package io.beskar7.operator.machine;

import static io.beskar7.operator.testing.Named.annotate;
import static io.beskar7.operator.testing.Named.named;

import io.beskar7.api.common.Address;
import io.beskar7.api.common.AddressType;
import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.Claim;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunFailure;
import io.beskar7.api.run.Verdict;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.testing.Wakes;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A machine is looked at again for what its look reads, and for nothing else. */
class FactsTest {
  private static final String TIME = "2026-01-01T00:00:00.000Z";

  private final Wakes<Beskar7Machine> machine =
      new Wakes<>(News.of(Facts::ofMachine), FactsTest::aMachine);
  private final Wakes<PhysicalHost> host = new Wakes<>(News.of(Facts::ofHost), FactsTest::aHost);
  private final Wakes<ProvisioningRun> run = new Wakes<>(News.of(Facts::ofRun), FactsTest::aRun);
  private final Wakes<Secret> secret = new Wakes<>(News.of(Facts::ofSecret), FactsTest::aSecret);

  @Test
  void a_machine_is_woken_by_what_it_reads_of_itself() {
    machine.wakes("uid", m -> m.getMetadata().setUid("other"));
    machine.wakes("spec", m -> m.getMetadata().setGeneration(8L));
    machine.wakes("deletion", m -> m.getMetadata().setDeletionTimestamp(TIME));
    machine.wakes("pause", m -> annotate(m, Annotations.PAUSED));
    machine.wakes("move", m -> annotate(m, Annotations.DELETE_FOR_MOVE));
    machine.wakes("force-release", m -> annotate(m, Annotations.FORCE_RELEASE));
    machine.wakes("Cluster", m -> m.getMetadata().setLabels(Map.of(Annotations.CLUSTER_NAME, "c")));
    machine.wakes(
        "owner",
        m ->
            m.getMetadata()
                .setOwnerReferences(
                    List.of(
                        new OwnerReferenceBuilder()
                            .withApiVersion("cluster.x-k8s.io/v1beta2")
                            .withKind("Machine")
                            .withName("owner")
                            .build())));
    machine.wakes("ticket", m -> m.getStatus().claim.epoch = 2L);
    machine.wakes("no ticket", m -> m.getStatus().claim = null);
    machine.wakes("releasing", m -> m.getStatus().claim.releasing = true);
    machine.wakes("run", m -> m.getStatus().run = "run-1");
    machine.wakes("Ready", m -> m.getStatus().conditions = List.of(condition("Ready", "True", "")));
  }

  @Test
  void a_machine_is_not_woken_by_marks_for_people() {
    machine.letsSleep("version", m -> {});
    machine.letsSleep("annotation", m -> annotate(m, "example.com/note"));
    machine.letsSleep("label", m -> m.getMetadata().setLabels(Map.of("rack", "7")));
    machine.letsSleep("foreign finalizer", m -> m.getMetadata().setFinalizers(List.of("x/y")));
  }

  @Test
  void a_machine_is_woken_by_what_it_and_the_claim_room_read_of_its_host() {
    host.wakes("uid", h -> h.getMetadata().setUid("other"));
    host.wakes("pause", h -> annotate(h, Annotations.PAUSED));
    host.wakes("move", h -> annotate(h, Annotations.DELETE_FOR_MOVE));
    host.wakes("no consumer", h -> h.getSpec().consumerRef = null);
    host.wakes("consumer's uid", h -> h.getSpec().consumerRef.uid = "other");
    host.wakes("consumer's name", h -> h.getSpec().consumerRef.name = "other");
    host.wakes("consumer's namespace", h -> h.getSpec().consumerRef.namespace = "other");
    host.wakes("consumer's kind", h -> h.getSpec().consumerRef.kind = "Other");
    host.wakes("epoch", h -> h.getSpec().claimEpoch = 2L);
    host.wakes("confirmed power-off", h -> h.getStatus().releasedEpoch = 1L);
    host.wakes("zone", h -> h.getMetadata().setLabels(Map.of(Annotations.ZONE, "b")));
    host.wakes("addresses", h -> h.getStatus().hardwareDetails.addresses = List.of("10.0.0.2"));
    host.wakes("BMC", h -> h.getStatus().conditions = List.of(bmc("False", "down")));
    Wakes<PhysicalHost> troubled =
        new Wakes<>(
            News.of(Facts::ofHost),
            () -> {
              PhysicalHost h = aHost();
              h.getStatus().conditions = List.of(bmc("False", "down"));
              return h;
            });
    troubled.wakes("trouble", h -> h.getStatus().conditions = List.of(bmc("False", "slow")));
  }

  @Test
  void a_machine_is_not_woken_by_how_its_host_goes_about_it() {
    host.letsSleep("version", h -> {});
    host.letsSleep("spec", h -> h.getMetadata().setGeneration(8L));
    host.letsSleep("state", h -> h.getStatus().state = HostState.DEPLOYING);
    host.letsSleep("power", h -> h.getStatus().observedPowerState = "Off");
    host.letsSleep(
        "Ready", h -> h.getStatus().conditions = List.of(condition("Ready", "True", "Running")));
    host.letsSleep("BMC well", h -> h.getStatus().conditions = List.of(bmc("True", "")));
    host.letsSleep("health", h -> h.getStatus().hardwareDetails.health = "Warning");
    host.letsSleep("annotation", h -> annotate(h, Annotations.CLAIMED_BY));
    host.letsSleep("label", h -> h.getMetadata().setLabels(Map.of("rack", "7")));
  }

  @Test
  void a_machine_is_woken_by_what_it_reads_of_its_runs() {
    run.wakes("uid", r -> r.getMetadata().setUid("other"));
    run.wakes("end", r -> r.getMetadata().setGeneration(8L));
    run.wakes("time of opening", r -> annotate(r, Annotations.OPENED_AT));
    run.wakes("script", r -> r.getStatus().milestones.scriptServedAt = TIME);
    run.wakes("report", r -> r.getStatus().milestones.reportedAt = TIME);
    run.wakes("image", r -> r.getStatus().milestones.imageWrittenAt = TIME);
    run.wakes("phone home", r -> r.getStatus().milestones.phonedHomeAt = TIME);
    run.wakes("verdict", r -> r.getStatus().verdict = new Verdict());
    run.wakes("failure", r -> r.getStatus().failure = new RunFailure());
    run.wakes("host name", r -> r.getStatus().hostname = "node-7");
    run.wakes(
        "addresses",
        r -> r.getStatus().addresses = List.of(new Address(AddressType.INTERNAL_IP, "10.0.0.1")));
  }

  @Test
  void a_machine_is_not_woken_by_milestones_that_only_people_read() {
    run.letsSleep("version", r -> {});
    run.letsSleep("bootstrap", r -> r.getStatus().milestones.bootstrapServedAt = TIME);
    run.letsSleep("label", r -> r.getMetadata().setLabels(Map.of("rack", "7")));
  }

  @Test
  void a_machine_is_woken_when_bootstrap_data_comes_or_goes_and_not_when_it_changes() {
    secret.wakes("no data", s -> s.setData(null));
    secret.wakes("key", s -> s.setData(Map.of("other", "ZGF0YQ==")));
    secret.wakes("empty data", s -> s.setData(Map.of("value", "")));
    secret.letsSleep("data", s -> s.setData(Map.of("value", "bW9yZQ==")));
    secret.letsSleep("label", s -> s.getMetadata().setLabels(Map.of("rack", "7")));
  }

  @Test
  void a_machine_is_woken_by_what_it_reads_of_its_owner_and_its_Cluster() {
    Wakes<GenericKubernetesResource> owner = generic(Facts::ofOwner);
    owner.wakes("Cluster", o -> set(o, "spec", Map.of("clusterName", "c")));
    owner.wakes("failure domain", o -> set(o, "spec", Map.of("failureDomain", "b")));
    owner.wakes(
        "Secret", o -> set(o, "spec", Map.of("bootstrap", Map.of("dataSecretName", "boot"))));
    owner.wakes(
        "machine",
        o ->
            set(
                o,
                "spec",
                Map.of(
                    "infrastructureRef",
                    Map.of(
                        "apiGroup",
                        "infrastructure.cluster.x-k8s.io",
                        "kind",
                        "Beskar7Machine",
                        "name",
                        "worker"))));
    owner.letsSleep("status", o -> set(o, "status", Map.of("phase", "Running")));
    owner.letsSleep("annotation", o -> annotate(o, "example.com/note"));

    Wakes<GenericKubernetesResource> cluster = generic(Facts::ofCluster);
    cluster.wakes("pause", c -> set(c, "spec", Map.of("paused", true)));
    cluster.wakes(
        "infrastructure",
        c -> set(c, "status", Map.of("initialization", Map.of("infrastructureProvisioned", true))));
    cluster.wakes(
        "infrastructure (v1beta1)", c -> set(c, "status", Map.of("infrastructureReady", true)));
    cluster.letsSleep("phase", c -> set(c, "status", Map.of("phase", "Provisioned")));
  }

  private static Wakes<GenericKubernetesResource> generic(
      java.util.function.Function<GenericKubernetesResource, ?> facts) {
    return new Wakes<>(
        News.of(facts),
        () -> {
          GenericKubernetesResource object = named(new GenericKubernetesResource(), "owner");
          object.setAdditionalProperties(new HashMap<>());
          return object;
        });
  }

  private static void set(GenericKubernetesResource object, String part, Object value) {
    object.getAdditionalProperties().put(part, value);
  }

  private static Beskar7Machine aMachine() {
    Beskar7Machine machine = named(new Beskar7Machine(), "worker");
    machine.setSpec(new Beskar7MachineSpec());
    machine.setStatus(new Beskar7MachineStatus());
    machine.getStatus().claim = new Claim();
    machine.getStatus().claim.host = "host-1";
    machine.getStatus().claim.hostUID = "uid-1";
    machine.getStatus().claim.epoch = 1L;
    return machine;
  }

  private static PhysicalHost aHost() {
    PhysicalHost host = named(new PhysicalHost(), "host-1");
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().claimEpoch = 1L;
    host.getSpec().consumerRef = new ConsumerRef();
    host.getSpec().consumerRef.kind = "Beskar7Machine";
    host.getSpec().consumerRef.namespace = "default";
    host.getSpec().consumerRef.name = "worker";
    host.getSpec().consumerRef.uid = "uid-1";
    host.setStatus(new PhysicalHostStatus());
    host.getStatus().hardwareDetails = new HardwareDetails();
    return host;
  }

  private static ProvisioningRun aRun() {
    ProvisioningRun run = named(new ProvisioningRun(), "worker-1-1");
    run.setStatus(new ProvisioningRunStatus());
    run.getStatus().milestones = new Milestones();
    return run;
  }

  private static Secret aSecret() {
    Secret secret = named(new Secret(), "boot");
    secret.setData(Map.of("value", "ZGF0YQ=="));
    return secret;
  }

  private static Condition bmc(String status, String message) {
    return condition("RedfishConnectionReady", status, message);
  }

  private static Condition condition(String type, String status, String message) {
    return new ConditionBuilder()
        .withType(type)
        .withStatus(status)
        .withReason("Said")
        .withMessage(message)
        .build();
  }
}
