package io.beskar7.operator.runtime;

import static io.beskar7.operator.runtime.Site.condition;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.testkit.EmbeddedApiServer;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineFailureIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @ParameterizedTest
  @CsvSource({"SILENT,BootTimeout", "BOOTS,InspectionTimeout", "REPORTS,DeploymentTimeout"})
  void a_missed_deadline_fails_the_machine_after_the_last_attempt(Walk walk, String cause) {
    try (Site site = Site.hasty(api, 2)) {
      site.servers.each(run -> walk);
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", MachinePhase.FAILED);
      site.awaitFree("host-1");
      Beskar7Machine failed =
          site.awaitMachine("worker", "let go", m -> m.getStatus().host == null);
      assertThat(condition(failed, "Ready").getReason()).isEqualTo(cause);
      assertThat(causes(site)).containsExactly(cause, cause);
      assertThat(failed.getStatus().claim).isNull();
      assertThat(failed.getStatus().attempt).isEqualTo(2);
      site.restart();
      assertThat(site.machineNow("worker").getStatus().phase).isEqualTo(MachinePhase.FAILED);
      assertThat(site.runs()).hasSize(2);
    }
  }

  @Test
  void a_second_attempt_may_succeed() {
    try (Site site = Site.patient(api)) {
      site.servers.each(run -> run.getSpec().attempt == 1 ? Walk.BREAKS : Walk.RUNS);
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(machine.getStatus().attempt).isEqualTo(2);
      assertThat(causes(site)).containsExactly("DeploymentFailed", "Provisioned");
      Site.eventually(
          "the failure is announced", () -> !site.events("ProvisioningFailed").isEmpty());
      assertThat(site.events("ProvisioningFailed"))
          .contains("attempt 1 of 3 on host-1: no space left on /dev/sda");
    }
  }

  @Test
  void a_wrong_digest_fails_the_machine_at_once() {
    try (Site site = Site.patient(api)) {
      site.servers.each(run -> Walk.WRONG_DIGEST);
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      Beskar7Machine failed = site.await("worker", MachinePhase.FAILED);
      assertThat(condition(failed, "Ready").getReason()).isEqualTo("ImageDigestMismatch");
      assertThat(condition(failed, "Ready").getMessage())
          .isEqualTo(
              "image digest mismatch: expected sha256:aa, got sha256:bb: what spec.targetOSImage"
                  + " names does not have the digest in spec.targetOSImageDigest: correct one of"
                  + " the two");
      site.awaitFree("host-1");
      assertThat(site.runs()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({"UNFIT,HardwareRequirementsNotMet", "STRANGER,WrongMachine"})
  void a_host_that_does_not_do_is_given_back_and_another_taken(Walk walk, String cause) {
    try (Site site = Site.patient(api)) {
      site.servers.at("host-1", walk);
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      Site.eventually("the first host is refused", () -> causes(site).contains(cause));
      site.host("host-2");
      site.servers.cordon("host-1");
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(machine.getStatus().host).isEqualTo("host-2");
      assertThat(machine.getSpec().providerID).endsWith("/host-2");
      site.awaitFree("host-1");
      assertThat(site.runs()).noneMatch(run -> run.getSpec().closed == null);
      assertThat(site.registry.get("beskar7.inspection.failures").counter().count())
          .isGreaterThanOrEqualTo(1);
    }
  }

  @Test
  void what_cannot_be_used_in_spec_is_named_and_no_host_is_taken() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker", m -> m.getSpec().targetOSImageDigest = null);
      Beskar7Machine machine = site.awaitReason("worker", "SpecInvalid");
      assertThat(condition(machine, "Ready").getMessage())
          .isEqualTo(
              "spec.targetOSImageDigest: not set: must be sha256: and 64 hexadecimal digits,"
                  + " because spec.deployMode is image");
      assertThat(site.hostNow("host-1").getSpec().consumerRef).isNull();
      site.editMachine(
          "worker", m -> m.getSpec().targetOSImageDigest = "sha256:" + "cd".repeat(32));
      site.await("worker", MachinePhase.PROVISIONED);
    }
  }

  @Test
  void bootstrap_data_may_come_late_and_must_not_be_empty() {
    try (Site site = Site.patient(api)) {
      site.host("host-1");
      site.machine("worker");
      Beskar7Machine waiting = site.awaitReason("worker", "WaitingForBootstrapData");
      assertThat(condition(waiting, "Ready").getMessage())
          .isEqualTo("Secret boot-data does not exist");
      assertThat(waiting.getStatus().phase).isEqualTo(MachinePhase.PENDING);
      site.secret("boot-data", "value", "");
      Beskar7Machine invalid = site.awaitReason("worker", "BootstrapDataInvalid");
      assertThat(condition(invalid, "BootstrapDataReady").getMessage())
          .isEqualTo("Secret boot-data: key value is empty: must hold the bootstrap data");
      assertThat(site.hostNow("host-1").getSpec().consumerRef).isNull();
      site.fillSecret("boot-data", "value", "#cloud-config");
      site.await("worker", MachinePhase.PROVISIONED);
    }
  }

  @Test
  void a_machine_without_a_host_says_why_and_takes_the_one_that_comes() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1");
      site.machine("first");
      site.await("first", MachinePhase.PROVISIONED);
      site.machine("second");
      site.awaitMachine(
          "second",
          "says why",
          m -> "0 of 1 hosts free: 1 claimed".equals(condition(m, "Ready").getMessage()));
      site.delete("first");
      site.awaitGone("first");
      site.await("second", MachinePhase.PROVISIONED);
    }
  }

  private static List<String> causes(Site site) {
    return site.runs().stream()
        .filter(run -> run.getSpec().closed != null)
        .sorted(Comparator.comparing((ProvisioningRun run) -> run.getSpec().attempt))
        .map(run -> run.getSpec().closed.cause)
        .toList();
  }
}
