package io.beskar7.operator.runtime;

import static io.beskar7.operator.runtime.Site.condition;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.testkit.EmbeddedApiServer;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineLifeIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @ParameterizedTest
  @CsvSource({
    "SILENT,INSPECTING",
    "BOOTS,INSPECTING",
    "REPORTS,PROVISIONING",
    "RUNS,PROVISIONED",
    "WRONG_DIGEST,FAILED"
  })
  void a_machine_can_be_deleted_in_every_phase(Walk walk, MachinePhase phase) {
    try (Site site = Site.patient(api)) {
      site.servers.each(run -> walk);
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", phase);
      site.delete("worker");
      site.awaitGone("worker");
      site.awaitFree("host-1");
      assertThat(site.runs()).noneMatch(run -> run.getSpec().closed == null);
      if (phase == MachinePhase.INSPECTING || phase == MachinePhase.PROVISIONING) {
        assertThat(site.runs().getFirst().getSpec().closed.outcome).isEqualTo(RunOutcome.CANCELLED);
      }
    }
  }

  @Test
  void a_machine_that_waits_can_be_deleted() {
    try (Site site = Site.patient(api)) {
      site.machine("pending");
      site.await("pending", MachinePhase.PENDING);
      site.bootstrapData();
      site.await("pending", MachinePhase.CLAIMING);
      site.machine("claiming");
      site.await("claiming", MachinePhase.CLAIMING);
      site.delete("pending");
      site.delete("claiming");
      site.awaitGone("pending");
      site.awaitGone("claiming");
    }
  }

  @Test
  void a_machine_stays_until_its_host_is_confirmed_off() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", MachinePhase.PROVISIONED);
      site.servers.powersOff(false);
      site.delete("worker");
      Beskar7Machine deleting = site.await("worker", MachinePhase.DELETING);
      assertThat(condition(deleting, "Ready").getReason()).isEqualTo("Deleting");
      assertThat(deleting.getStatus().ready).isTrue();
      assertThat(site.hostNow("host-1").getSpec().consumerRef).isNotNull();
      site.servers.powersOff(true);
      site.awaitGone("worker");
      site.awaitFree("host-1");
    }
  }

  @Test
  void a_namesake_of_a_deleted_machine_starts_anew() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      String first = site.await("worker", MachinePhase.PROVISIONED).getMetadata().getUid();
      site.delete("worker");
      site.awaitGone("worker");
      site.machine("worker");
      site.awaitMachine(
          "worker",
          "runs again",
          m -> m.getStatus().phase == MachinePhase.PROVISIONED && m.getStatus().ready);
      assertThat(site.runs()).hasSize(2);
      assertThat(site.runs())
          .filteredOn(run -> run.getSpec().machineRef.uid.equals(first))
          .hasSize(1);
    }
  }

  @Test
  void a_restart_before_any_step_changes_nothing() throws InterruptedException {
    try (Site site = Site.patient(api)) {
      Semaphore steps = new Semaphore(0);
      Semaphore waits = new Semaphore(0);
      site.servers.between(
          run -> {
            waits.release();
            steps.acquireUninterruptibly();
          });
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      for (int step = 0; step < Walk.RUNS.steps().size(); step++) {
        assertThat(waits.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
        site.stop();
        steps.release();
        site.start();
      }
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(machine.getStatus().attempt).isEqualTo(1);
      assertThat(site.runs()).hasSize(1);
      site.restart();
      site.delete("worker");
      site.awaitGone("worker");
      assertThat(site.registry.get("beskar7.inspection.duration").timer().count()).isEqualTo(1);
      assertThat(site.registry.get("beskar7.provisioning.duration").timer().count()).isEqualTo(1);
    }
  }

  @Test
  void a_paused_machine_stands_still_until_it_is_unpaused() throws InterruptedException {
    try (Site site = Site.patient(api)) {
      CountDownLatch goOn = new CountDownLatch(1);
      CountDownLatch reached = new CountDownLatch(1);
      site.servers.between(
          run -> {
            reached.countDown();
            awaitQuietly(goOn);
          });
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      assertThat(reached.await(30, TimeUnit.SECONDS)).isTrue();
      site.await("worker", MachinePhase.INSPECTING);
      site.pause("worker", true);
      site.awaitMachine(
          "worker", "is paused", m -> "True".equals(condition(m, "Paused").getStatus()));
      goOn.countDown();
      Site.eventually(
          "the server has phoned home",
          () ->
              site.runs().getFirst().getStatus() != null
                  && site.runs().getFirst().getStatus().hostname != null);
      site.restart();
      assertThat(site.machineNow("worker").getStatus().phase).isEqualTo(MachinePhase.INSPECTING);
      assertThat(site.runs().getFirst().getSpec().closed).isNull();
      site.pause("worker", false);
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(condition(machine, "Paused").getReason()).isEqualTo("NotPaused");
    }
  }

  @Test
  void a_machine_on_the_move_goes_without_touching_its_host() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", MachinePhase.PROVISIONED);
      site.pauseHost("host-1", true);
      site.annotate("worker", Annotations.DELETE_FOR_MOVE);
      site.delete("worker");
      site.awaitGone("worker");
      assertThat(site.hostNow("host-1").getSpec().consumerRef).isNotNull();
    }
  }

  @Test
  void a_machine_that_came_without_status_adopts_its_host_and_is_not_booted() {
    try (Site site = Site.patient(api)) {
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      site.await("worker", MachinePhase.PROVISIONED);
      site.pauseHost("host-1", true);
      site.annotate("worker", Annotations.DELETE_FOR_MOVE);
      site.delete("worker");
      site.awaitGone("worker");
      site.machine("worker", m -> m.getSpec().providerID = "b7://" + site.namespace + "/host-1");
      site.awaitReason("worker", "AdoptionWaiting");
      site.pauseHost("host-1", false);
      Beskar7Machine adopted = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(adopted.getStatus().ready).isTrue();
      assertThat(site.hostNow("host-1").getSpec().consumerRef.uid)
          .isEqualTo(adopted.getMetadata().getUid());
      assertThat(site.runs()).hasSize(1);
    }
  }

  @Test
  void what_others_write_at_the_same_moment_is_kept() throws InterruptedException {
    try (Site site = Site.patient(api)) {
      site.servers.between(
          run ->
              site.editMachine(
                  "worker",
                  m -> {
                    Map<String, String> labels = m.getMetadata().getLabels();
                    int count = Integer.parseInt(labels.getOrDefault("count", "0"));
                    m.getMetadata().setLabels(Map.of("count", String.valueOf(count + 1)));
                  }));
      site.bootstrapData();
      site.host("host-1");
      site.machine("worker");
      Beskar7Machine machine = site.await("worker", MachinePhase.PROVISIONED);
      assertThat(machine.getMetadata().getLabels()).containsEntry("count", "4");
      assertThat(machine.getStatus().claim).isNotNull();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
