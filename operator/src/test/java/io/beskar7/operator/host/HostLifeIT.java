package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.InspectionPhase;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunStatus;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.Verdict;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.operator.testing.FakeBmcs;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HostLifeIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  private HostWorld world;
  private FakeBmcs.Server server;
  private Beskar7Machine machine;

  @BeforeEach
  void start() {
    world = new HostWorld(api.client(), api.namespace());
    world.secret("bmc", "secret", "h1,h2");
    server = world.server("h1");
    world.available("h1");
    machine = world.machine("m1");
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void a_host_lives_from_claim_to_ready_and_back_to_available() {
    world.claim("h1", machine);
    assertThat(HostWorld.reason(world.state("h1", HostState.IN_USE), "Ready")).isEqualTo("Claimed");

    String run = booted();
    assertThat(server.log).containsExactly("enrol", "off", "override", "on " + run);

    world.progress(run, script());
    phase(InspectionPhase.IN_PROGRESS);
    world.progress(run, verdict(VerdictResult.ACCEPTED));
    assertThat(world.state("h1", HostState.DEPLOYING).getStatus().inspectionPhase)
        .isEqualTo(InspectionPhase.COMPLETE);
    world.closeRun(run, RunOutcome.SUCCEEDED, "Provisioned");
    assertThat(HostWorld.reason(world.state("h1", HostState.READY), "Ready")).isEqualTo("Running");

    world.client.resource(machine).delete();
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
    assertThat(server.power).isEqualTo(PowerState.OFF);
    assertThat(world.get("h1").getStatus().state).isEqualTo(HostState.CLEANING);
    world.letGo("h1");
    assertThat(world.state("h1", HostState.AVAILABLE).getStatus().observedPowerState)
        .isEqualTo("Off");
    assertThat(server.count("on " + run)).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void a_crash_at_any_step_never_powers_on_twice_in_a_run(Step step) {
    world.gateway.dieAt(due -> due == step);
    world.claim("h1", machine);
    String run = world.run("h1", machine, 1);
    world.settled("died at " + step, () -> assertThat(world.gateway.dead()).isTrue());
    world.settled(
        "the step is on record",
        () ->
            assertThat(world.get("h1").getStatus().operation.step)
                .isEqualTo(OperationWords.word(step)));
    world.restart();
    world.until(
        "h1",
        "boot is over",
        h ->
            h.getStatus().operation == null
                && h.getStatus().inspectionPhase == InspectionPhase.BOOTING);
    assertThat(server.count("on " + run)).isEqualTo(step == Step.ON ? 0 : 1);
  }

  @Test
  void a_restart_in_every_state_goes_on_from_there() {
    world.claim("h1", machine);
    world.state("h1", HostState.IN_USE);
    world.restart();
    String run = booted();
    world.restart();
    world.progress(run, verdict(VerdictResult.ACCEPTED));
    world.state("h1", HostState.DEPLOYING);
    world.restart();
    world.closeRun(run, RunOutcome.SUCCEEDED, "Provisioned");
    world.state("h1", HostState.READY);
    world.gateway.stick(intent -> intent instanceof Intent.PowerOff);
    world.client.resource(machine).delete();
    world.until(
        "h1",
        "power-off on record",
        h -> h.getStatus().operation != null && h.getStatus().operation.intent.equals("PowerOff"));
    world.restart();
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
    world.stop();
    world.letGo("h1");
    world.start();
    world.state("h1", HostState.AVAILABLE);
    assertThat(server.count("on " + run)).isEqualTo(1);
  }

  @Test
  void a_bmc_that_is_down_delays_a_boot_and_is_only_a_condition() {
    server.trouble = BmcFailure.UNREACHABLE;
    world.claim("h1", machine);
    String run = world.run("h1", machine, 1);
    PhysicalHost host = world.reason("h1", "BMCUnreachable");
    assertThat(host.getStatus().state).isEqualTo(HostState.INSPECTING);
    server.trouble = null;
    phase(InspectionPhase.BOOTING);
    assertThat(server.count("on " + run)).isEqualTo(1);
  }

  @Test
  void a_release_waits_for_a_bmc_that_is_down() {
    world.claim("h1", machine);
    booted();
    server.trouble = BmcFailure.UNREACHABLE;
    world.client.resource(machine).delete();
    assertThat(world.reason("h1", "BMCUnreachable").getStatus().state)
        .isEqualTo(HostState.CLEANING);
    assertThat(world.get("h1").getStatus().releasedEpoch).isNull();
    server.trouble = null;
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
  }

  @Test
  void a_release_whose_secret_is_gone_goes_on_when_it_is_back() {
    world.claim("h1", machine);
    booted();
    world.client.secrets().inNamespace(world.namespace).withName("bmc").delete();
    world.client.resource(machine).delete();
    assertThat(world.reason("h1", "CredentialsNotFound").getStatus().state)
        .isEqualTo(HostState.CLEANING);
    world.secret("bmc", "secret", "h1");
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
  }

  @Test
  void a_rejected_host_is_given_back_and_is_free_again() {
    world.claim("h1", machine);
    String run = booted();
    world.progress(run, verdict(VerdictResult.REJECTED));
    phase(InspectionPhase.FAILED);
    world.closeRun(run, RunOutcome.FAILED, "HardwareRequirementsNotMet");
    world.releasing("m1");
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
    world.letGo("h1");
    world.state("h1", HostState.AVAILABLE);
  }

  @Test
  void another_server_than_the_bmcs_is_quarantined() {
    world.claim("h1", machine);
    String run = booted();
    world.progress(run, verdict(VerdictResult.WRONG_MACHINE));
    world.closeRun(run, RunOutcome.FAILED, "WrongMachine");
    release();
    PhysicalHost host = world.reason("h1", "WrongMachine");
    assertThat(host.getStatus().state).isEqualTo(HostState.ERROR);
    assertThat(HostWorld.message(host, "Ready")).isEqualTo("run m1-1-1: judged");
    world.edit("h1", h -> h.getSpec().maintenance = true);
    world.state("h1", HostState.MAINTENANCE);
    world.edit("h1", h -> h.getSpec().maintenance = false);
    world.state("h1", HostState.AVAILABLE);
  }

  @Test
  void three_missed_reports_quarantine_a_host() {
    world.claim("h1", machine);
    for (int attempt = 1; attempt <= 3; attempt++) {
      String run = world.run("h1", machine, attempt);
      world.until(
          "h1",
          "booting " + run,
          h ->
              run.equals(h.getStatus().run)
                  && h.getStatus().operation == null
                  && h.getStatus().inspectionPhase == InspectionPhase.BOOTING);
      world.closeRun(run, RunOutcome.FAILED, "BootTimeout");
    }
    phase(InspectionPhase.TIMEOUT);
    release();
    PhysicalHost host = world.reason("h1", "Quarantined");
    assertThat(host.getStatus().consecutiveFailures).isEqualTo(3);
    assertThat(server.log).containsSubsequence("on m1-1-1", "on m1-1-2", "on m1-1-3");
  }

  @Test
  void hold_keeps_the_server_as_it_is() {
    world.claim("h1", machine);
    booted();
    world.edit("h1", h -> h.getSpec().hold = true);
    world.client.resource(machine).delete();
    world.reason("h1", "OnHold");
    world.calm("still on", () -> assertThat(server.power).isEqualTo(PowerState.ON));
    world.edit("h1", h -> h.getSpec().hold = false);
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
  }

  @Test
  void a_force_released_host_is_powered_off_before_it_is_free() {
    world.claim("h1", machine);
    booted();
    world.gateway.stick(intent -> intent instanceof Intent.PowerOff);
    world.letGo("h1");
    world.state("h1", HostState.CLEANING);
    world.restart();
    PhysicalHost host = world.state("h1", HostState.AVAILABLE);
    assertThat(host.getStatus().releasedEpoch).isEqualTo(2);
    assertThat(server.power).isEqualTo(PowerState.OFF);
  }

  @Test
  void deleting_a_claimed_host_is_blocked_until_its_machine_has_gone() {
    world.claim("h1", machine);
    booted();
    world.client.resource(world.get("h1")).delete();
    PhysicalHost host = world.reason("h1", "DeletionBlocked");
    assertThat(HostWorld.message(host, "Ready"))
        .isEqualTo("a machine holds this host: delete the machine first");
    world.client.resource(machine).delete();
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
    world.letGo("h1");
    world.settled("gone", () -> assertThat(world.get("h1")).isNull());
  }

  @Test
  void a_host_that_moves_away_is_let_go_untouched() {
    world.claim("h1", machine);
    booted();
    world.edit("h1", h -> h.getMetadata().getAnnotations().put(Annotations.DELETE_FOR_MOVE, ""));
    world.client.resource(world.get("h1")).delete();
    world.settled("gone", () -> assertThat(world.get("h1")).isNull());
    assertThat(server.power).isEqualTo(PowerState.ON);
  }

  @Test
  void a_paused_host_is_not_booted_until_it_is_unpaused() {
    world.edit(
        "h1", h -> h.getMetadata().setAnnotations(new HashMap<>(Map.of(Annotations.PAUSED, ""))));
    world.until("h1", "paused", h -> HostWorld.reason(h, "Paused").equals("Paused"));
    world.claim("h1", machine);
    world.run("h1", machine, 1);
    world.calm("left alone", () -> assertThat(server.log).containsExactly("enrol"));
    world.edit("h1", h -> h.getMetadata().setAnnotations(new HashMap<>()));
    phase(InspectionPhase.BOOTING);
  }

  @Test
  void a_power_off_that_waits_is_withdrawn_when_the_host_is_paused() {
    world.claim("h1", machine);
    booted();
    world.gateway.stick(intent -> intent instanceof Intent.PowerOff);
    world.client.resource(machine).delete();
    world.until("h1", "power-off on record", h -> h.getStatus().operation != null);
    world.edit("h1", h -> h.getMetadata().getAnnotations().put(Annotations.PAUSED, ""));
    world.settled("withdrawn", () -> assertThat(active()).isNull());
    world.gateway.stick(intent -> false);
    world.calm("still on", () -> assertThat(server.power).isEqualTo(PowerState.ON));
    world.edit("h1", h -> h.getMetadata().getAnnotations().remove(Annotations.PAUSED));
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
  }

  private String active() {
    return world.gateway.active(new HostKey(world.namespace, "h1"));
  }

  @Test
  void what_changes_a_server_is_asked_of_the_system_that_was_enrolled() {
    world.claim("h1", machine);
    booted();
    world.client.resource(machine).delete();
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));

    assertThat(server.systems.get("Enrol")).isEqualTo("any");
    assertThat(server.systems.get("BootFromNetwork")).isEqualTo("/redfish/v1/Systems/1");
    assertThat(server.systems.get("PowerOff")).isEqualTo("/redfish/v1/Systems/1");
  }

  @Test
  void the_run_a_host_follows_is_seen_live_where_the_cache_lacks_it() {
    world.claim("h1", machine);
    String run = booted();

    HostView live = new LiveView(world.client, EMPTY);

    assertThat(live.runs(world.get("h1")))
        .extracting(seen -> seen.getMetadata().getName())
        .containsExactly(run);
  }

  /** A cache that was filled before anything was there. */
  private static final HostView EMPTY =
      new HostView() {
        @Override
        public Secret secret(String namespace, String name) {
          return null;
        }

        @Override
        public Beskar7Machine machine(String namespace, String name) {
          return null;
        }

        @Override
        public List<ProvisioningRun> runs(PhysicalHost host) {
          return List.of();
        }
      };

  @Test
  void an_edited_address_of_a_claimed_host_stops_everything_until_it_is_set_back() {
    world.claim("h1", machine);
    booted();
    world.edit("h1", h -> h.getSpec().redfishConnection.address = "h2");
    world.until(
        "h1",
        "says so",
        h -> HostWorld.reason(h, "RedfishConnectionReady").equals("AddressChangedWhileClaimed"));
    world.client.resource(machine).delete();
    world.state("h1", HostState.CLEANING);
    world.calm(
        "the other server is left alone", () -> assertThat(world.server("h2").log).isEmpty());
    world.edit("h1", h -> h.getSpec().redfishConnection.address = "h1");
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
    assertThat(server.power).isEqualTo(PowerState.OFF);
  }

  @Test
  void a_new_password_is_taken_up_under_a_running_machine() {
    world.claim("h1", machine);
    booted();
    server.password = "changed";
    world.client.resource(machine).delete();
    world.reason("h1", "CredentialsRefused");
    world.change(Secret.class, "bmc", s -> s.getData().put("password", "Y2hhbmdlZA=="), false);
    world.until("h1", "released", h -> Long.valueOf(1).equals(h.getStatus().releasedEpoch));
    assertThat(server.count("refused")).isEqualTo(1);
  }

  @Test
  void runs_without_a_machine_are_closed_and_only_the_last_ten_are_kept() {
    world.claim("h1", machine);
    String orphan = world.run("h1", machine, 1);
    phase(InspectionPhase.BOOTING);
    world.change(Beskar7Machine.class, "m1", m -> m.getMetadata().setFinalizers(null), false);
    world.client.resource(machine).delete();
    world.settled(
        "closed",
        () -> {
          ProvisioningRun run = world.getRun(orphan);
          assertThat(run.getSpec().closed).isNotNull();
          assertThat(run.getSpec().closed.outcome).isEqualTo(RunOutcome.CANCELLED);
          assertThat(run.getSpec().closed.cause).isEqualTo("ConsumerGone");
        });
    for (int attempt = 2; attempt <= 12; attempt++) {
      world.run("h1", machine, attempt);
    }
    world.settled(
        "the oldest are gone",
        () -> {
          assertThat(world.getRun("m1-1-1")).isNull();
          assertThat(world.getRun("m1-1-2")).isNull();
          assertThat(world.getRun("m1-1-3").getSpec().closed.cause).isEqualTo("ConsumerGone");
        });
  }

  @Test
  void a_host_that_a_machine_names_under_another_uid_stays_enrolling() {
    Beskar7Machine stranger = world.machine("m2");
    world.change(
        Beskar7Machine.class,
        "m2",
        m -> m.getSpec().providerID = "b7://" + world.namespace + "/h2",
        false);
    world.host("h2");
    PhysicalHost host = world.reason("h2", "ConsumerUnproven");
    assertThat(host.getStatus().state).isEqualTo(HostState.ENROLLING);
    world.change(Beskar7Machine.class, "m2", m -> m.getMetadata().setFinalizers(null), false);
    world.client.resource(stranger).delete();
    world.state("h2", HostState.AVAILABLE);
  }

  /** Opens the first run and sees it powered on. */
  private String booted() {
    String run = world.run("h1", machine, 1);
    world.until(
        "h1",
        "booted",
        h ->
            run.equals(h.getStatus().run)
                && h.getStatus().operation == null
                && h.getStatus().inspectionPhase == InspectionPhase.BOOTING);
    return run;
  }

  private void release() {
    world.releasing("m1");
    world.until("h1", "released", h -> h.getSpec().claimEpoch.equals(h.getStatus().releasedEpoch));
    world.letGo("h1");
  }

  private void phase(InspectionPhase phase) {
    world.until("h1", "phase " + phase, h -> h.getStatus().inspectionPhase == phase);
  }

  private static Consumer<ProvisioningRunStatus> script() {
    return status -> {
      status.milestones = new Milestones();
      status.milestones.scriptServedAt = "2026-01-01T00:00:00.000Z";
    };
  }

  private static Consumer<ProvisioningRunStatus> verdict(VerdictResult result) {
    return status -> {
      status.verdict = new Verdict();
      status.verdict.result = result;
      status.verdict.message = "judged";
      status.verdict.at = "2026-01-01T00:00:00.000Z";
    };
  }
}
