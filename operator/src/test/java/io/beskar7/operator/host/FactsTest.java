package io.beskar7.operator.host;

import static io.beskar7.operator.testing.Named.annotate;
import static io.beskar7.operator.testing.Named.named;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.ObjectRef;
import io.beskar7.api.host.HostOperation;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.Claim;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunKind;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.Verdict;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.testing.Wakes;
import io.fabric8.kubernetes.api.model.ConditionBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A host is looked at again for what its look reads, and for nothing else. */
class FactsTest {
  private static final String TIME = "2026-01-01T00:00:00.000Z";

  private final Wakes<PhysicalHost> host = new Wakes<>(News.of(Facts::ofHost), FactsTest::aHost);
  private final Wakes<Beskar7Machine> machine =
      new Wakes<>(News.of(Facts::ofMachine), FactsTest::aMachine);
  private final Wakes<ProvisioningRun> run = new Wakes<>(News.of(Facts::ofRun), FactsTest::aRun);

  @Test
  void a_host_is_woken_by_what_it_reads_of_itself() {
    host.wakes("uid", h -> h.getMetadata().setUid("other"));
    host.wakes("spec", h -> h.getMetadata().setGeneration(8L));
    host.wakes("deletion", h -> h.getMetadata().setDeletionTimestamp(TIME));
    host.wakes("finalizer", h -> h.getMetadata().setFinalizers(List.of(Finalizers.PHYSICAL_HOST)));
    host.wakes("pause", h -> annotate(h, Annotations.PAUSED));
    host.wakes("move", h -> annotate(h, Annotations.DELETE_FOR_MOVE));
    host.wakes("no status", h -> h.setStatus(null));
    host.wakes("operation", h -> h.getStatus().operation = new HostOperation());
    host.wakes("power", h -> h.getStatus().observedPowerState = "Off");
    host.wakes("released epoch", h -> h.getStatus().releasedEpoch = 3L);
    host.wakes(
        "condition",
        h ->
            h.getStatus().conditions =
                List.of(new ConditionBuilder().withType("Ready").withStatus("True").build()));
  }

  @Test
  void a_host_is_not_woken_by_marks_for_people() {
    host.letsSleep("version", h -> {});
    host.letsSleep("annotation", h -> annotate(h, Annotations.CLAIMED_BY));
    host.letsSleep("label", h -> h.getMetadata().setLabels(Map.of("rack", "7")));
    host.letsSleep("foreign finalizer", h -> h.getMetadata().setFinalizers(List.of("x/y")));
  }

  @Test
  void a_host_is_woken_by_what_it_reads_of_machines() {
    machine.wakes("uid", m -> m.getMetadata().setUid("other"));
    machine.wakes("deletion", m -> m.getMetadata().setDeletionTimestamp(TIME));
    machine.wakes("pause", m -> annotate(m, Annotations.PAUSED));
    machine.wakes("move", m -> annotate(m, Annotations.DELETE_FOR_MOVE));
    machine.wakes(
        "paused by its Cluster",
        m ->
            m.getStatus().conditions =
                List.of(
                    new ConditionBuilder().withType(Conditions.PAUSED).withStatus("True").build()));
    machine.wakes("providerID", m -> m.getSpec().providerID = "b7://default/host-1");
    machine.wakes("releasing", m -> m.getStatus().claim.releasing = true);
  }

  @Test
  void a_host_is_not_woken_by_the_words_of_machines() {
    machine.letsSleep("version", m -> {});
    machine.letsSleep("spec", m -> m.getMetadata().setGeneration(8L));
    machine.letsSleep("phase", m -> m.getStatus().phase = MachinePhase.INSPECTING);
    machine.letsSleep("run", m -> m.getStatus().run = "run-1");
    machine.letsSleep(
        "Ready",
        m ->
            m.getStatus().conditions =
                List.of(new ConditionBuilder().withType("Ready").withStatus("True").build()));
    machine.letsSleep("ticket", m -> m.getStatus().claim.epoch = 9L);
    machine.letsSleep("label", m -> m.getMetadata().setLabels(Map.of("rack", "7")));
    machine.letsSleep("finalizer", m -> m.getMetadata().setFinalizers(List.of("x/y")));
  }

  @Test
  void a_host_is_woken_by_what_it_reads_of_runs() {
    run.wakes("host", r -> r.getSpec().hostRef = new ObjectRef("host-2", "uid-1"));
    run.wakes("host's uid", r -> r.getSpec().hostRef = new ObjectRef("host-1", "uid-2"));
    run.wakes("machine", r -> r.getSpec().machineRef = null);
    run.wakes("machine's name", r -> r.getSpec().machineRef = new ObjectRef("other", "uid-1"));
    run.wakes("machine's uid", r -> r.getSpec().machineRef = new ObjectRef("worker", "uid-2"));
    run.wakes("kind", r -> r.getSpec().kind = RunKind.CLEAN);
    run.wakes("epoch", r -> r.getSpec().epoch = 2L);
    run.wakes("attempt", r -> r.getSpec().attempt = 2);
    run.wakes("script", r -> r.getStatus().milestones.scriptServedAt = TIME);
    run.wakes("report", r -> r.getStatus().milestones.reportedAt = TIME);
    run.wakes("verdict", r -> r.getStatus().verdict = verdict("fits"));
    run.wakes("end", r -> r.getSpec().closed = closed(RunOutcome.SUCCEEDED, "Provisioned"));
  }

  @Test
  void a_host_is_woken_by_another_word_about_a_run_that_has_ended_or_was_judged() {
    Wakes<ProvisioningRun> judged =
        new Wakes<>(
            News.of(Facts::ofRun),
            () -> {
              ProvisioningRun r = aRun();
              r.getStatus().verdict = verdict("fits");
              return r;
            });
    judged.wakes("message of the verdict", r -> r.getStatus().verdict = verdict("fits well"));
    Wakes<ProvisioningRun> ended =
        new Wakes<>(
            News.of(Facts::ofRun),
            () -> {
              ProvisioningRun r = aRun();
              r.getSpec().closed = closed(RunOutcome.FAILED, "DeploymentFailed");
              return r;
            });
    ended.wakes("outcome", r -> r.getSpec().closed.outcome = RunOutcome.CANCELLED);
    ended.wakes("cause", r -> r.getSpec().closed.cause = "BootTimeout");
    ended.wakes("message", r -> r.getSpec().closed.message = "because");
  }

  @Test
  void a_host_is_not_woken_by_milestones_that_only_machines_and_people_read() {
    run.letsSleep("version", r -> {});
    run.letsSleep("bootstrap", r -> r.getStatus().milestones.bootstrapServedAt = TIME);
    run.letsSleep("image", r -> r.getStatus().milestones.imageWrittenAt = TIME);
    run.letsSleep("phone home", r -> r.getStatus().milestones.phonedHomeAt = TIME);
    run.letsSleep("host name", r -> r.getStatus().hostname = "node-7");
    run.letsSleep("label", r -> r.getMetadata().setLabels(Map.of("rack", "7")));
  }

  private static PhysicalHost aHost() {
    PhysicalHost host = named(new PhysicalHost(), "host-1");
    host.setSpec(new PhysicalHostSpec());
    host.setStatus(new PhysicalHostStatus());
    host.getStatus().observedPowerState = "On";
    return host;
  }

  private static Beskar7Machine aMachine() {
    Beskar7Machine machine = named(new Beskar7Machine(), "worker");
    machine.setSpec(new Beskar7MachineSpec());
    machine.setStatus(new Beskar7MachineStatus());
    machine.getStatus().claim = new Claim();
    machine.getStatus().claim.host = "host-1";
    machine.getStatus().claim.hostUID = "uid-1";
    return machine;
  }

  private static ProvisioningRun aRun() {
    ProvisioningRun run = named(new ProvisioningRun(), "worker-1-1");
    run.setSpec(new ProvisioningRunSpec());
    run.getSpec().kind = RunKind.PROVISION;
    run.getSpec().hostRef = new ObjectRef("host-1", "uid-1");
    run.getSpec().machineRef = new ObjectRef("worker", "uid-1");
    run.getSpec().epoch = 1L;
    run.getSpec().attempt = 1;
    run.setStatus(new ProvisioningRunStatus());
    run.getStatus().milestones = new Milestones();
    return run;
  }

  private static Verdict verdict(String message) {
    Verdict verdict = new Verdict();
    verdict.result = VerdictResult.ACCEPTED;
    verdict.message = message;
    return verdict;
  }

  private static Closed closed(RunOutcome outcome, String cause) {
    Closed closed = new Closed();
    closed.outcome = outcome;
    closed.cause = cause;
    return closed;
  }
}
