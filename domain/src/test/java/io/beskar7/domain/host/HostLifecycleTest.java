package io.beskar7.domain.host;

import static io.beskar7.domain.host.HostBuilder.NOW;
import static io.beskar7.domain.host.HostBuilder.POLICY;
import static io.beskar7.domain.host.HostBuilder.boot;
import static io.beskar7.domain.host.HostBuilder.claimed;
import static io.beskar7.domain.host.HostBuilder.enrolled;
import static io.beskar7.domain.host.HostBuilder.failed;
import static io.beskar7.domain.host.HostBuilder.host;
import static io.beskar7.domain.host.HostBuilder.operation;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.host.HostAction.CancelOperation;
import io.beskar7.domain.host.HostAction.CloseRun;
import io.beskar7.domain.host.HostAction.DropFinalizer;
import io.beskar7.domain.host.HostAction.ForgetRun;
import io.beskar7.domain.host.HostAction.Proceed;
import io.beskar7.domain.host.HostAction.Submit;
import io.beskar7.domain.host.HostFacts.Presence;
import io.beskar7.domain.host.HostFacts.Wishes;
import io.beskar7.domain.host.Operation.Kind;
import io.beskar7.domain.host.RunFacts.Ending;
import io.beskar7.domain.host.RunFacts.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a host, told in scenes. */
class HostLifecycleTest {
  private static final Outcome BMC_DOWN = failed(BmcFailure.UNREACHABLE);

  @Test
  void a_new_host_gets_its_finalizer_before_anything_outside_is_touched() {
    HostBuilder host = fresh();
    host.finalizer = false;
    assertThat(host.decide().actions()).containsExactly(new HostAction.AddFinalizer());
  }

  @Test
  void a_new_host_is_enrolled_and_then_available() {
    HostBuilder host = fresh();
    HostDecision first = host.decide();
    assertThat(first.memory().state()).isEqualTo(HostState.ENROLLING);
    assertThat(first.memory().operation().kind()).isEqualTo(Kind.ENROL);
    assertThat(submitted(first)).isEqualTo(new Intent.Enrol());
    assertThat(first.nextLook()).isEqualTo(NOW.plus(POLICY.operationDeadline()));

    HostDecision told =
        host.after(first).ended(first.memory().operation().id(), enrolled()).decide();
    assertThat(told.memory().state()).isEqualTo(HostState.ENROLLING);
    assertThat(told.memory().operation()).isNull();
    assertThat(told.enrolled()).isEqualTo(enrolled());

    host.after(told).enrolment = Enrolment.COMPLETE;
    HostDecision done = host.decide();
    assertThat(done.memory().state()).isEqualTo(HostState.AVAILABLE);
    assertThat(done.ready()).isEqualTo(new Finding(true, Cause.AVAILABLE, ""));
  }

  @Test
  void an_unclaimed_host_whose_bmc_is_down_is_in_error_and_tried_again_later_and_later() {
    HostBuilder host = fresh();
    HostDecision first = host.decide();
    host.after(first).lane(down(first.memory().operation().id(), 3));
    HostDecision error = host.decide();
    assertThat(error.memory().state()).isEqualTo(HostState.ERROR);
    assertThat(error.ready().cause()).isEqualTo(Cause.BMC_UNREACHABLE);
    assertThat(error.ready().message())
        .isEqualTo(
            "seen: check that the BMC is up and its address and port can be reached from here");
    assertThat(error.nextLook()).isEqualTo(NOW.plusSeconds(4));
    assertThat(error.actions()).isEmpty();
  }

  @Test
  void a_refused_password_is_not_tried_again_by_time_but_at_once_with_another_secret() {
    HostBuilder host = fresh();
    HostDecision first = host.decide();
    String id = first.memory().operation().id();
    HostDecision refused =
        host.after(first).ended(id, failed(BmcFailure.CREDENTIALS_REFUSED)).decide();
    assertThat(refused.ready().cause()).isEqualTo(Cause.CREDENTIALS_REFUSED);
    assertThat(refused.nextLook()).isNull();

    host.after(refused)
        .lane(new Lane.Ended(id, failed(BmcFailure.CREDENTIALS_REFUSED), NOW, 1, false));
    assertThat(submitted(host.decide())).isEqualTo(new Intent.Enrol());
  }

  @Test
  void a_missing_secret_is_an_error_of_an_unclaimed_host_and_nothing_is_sent() {
    HostBuilder host = fresh();
    host.access = new Access.Barred(Cause.CREDENTIALS_NOT_FOUND, "Secret \"x\" not found");
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.ERROR);
    assertThat(decision.ready().message()).isEqualTo("Secret \"x\" not found");
    assertThat(decision.actions()).isEmpty();
  }

  @Test
  void what_a_person_should_know_of_the_way_stands_beside_connected_and_goes_with_its_cause() {
    HostBuilder host = host();
    host.access = new Access.Usable("the certificate is not verified");
    HostDecision warned = host.decide();
    assertThat(warned.memory().state()).isEqualTo(HostState.AVAILABLE);
    assertThat(warned.memory().connection())
        .isEqualTo(Finding.yes(Cause.CONNECTED, "the certificate is not verified"));

    host.after(warned).access = new Access.Usable();
    assertThat(host.decide().memory().connection()).isEqualTo(HostBuilder.CONNECTED);
  }

  @Test
  void two_objects_for_one_server_are_both_in_error() {
    HostBuilder host = host();
    host.rivals = List.of("default/host-02");
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.ERROR);
    assertThat(decision.ready())
        .isEqualTo(
            new Finding(
                false,
                Cause.DUPLICATE_HOST,
                "stands for the same server as default/host-02: delete all but one"));
  }

  @Test
  void a_host_without_a_mac_or_without_network_boot_is_never_claimable() {
    HostBuilder host = host();
    host.enrolment = Enrolment.WITHOUT_MAC;
    assertThat(host.decide().ready().cause()).isEqualTo(Cause.BOOT_MAC_UNKNOWN);
    host.enrolment = Enrolment.WITHOUT_PXE;
    assertThat(host.decide().ready().cause()).isEqualTo(Cause.PXE_NOT_SUPPORTED);
    assertThat(host.decide().memory().state()).isEqualTo(HostState.ERROR);
  }

  @Test
  void a_host_that_a_machine_names_under_another_uid_does_not_become_available() {
    HostBuilder host = host().state(HostState.ENROLLING);
    HostDecision decision = HostLifecycle.decide(host.facts().namedBy("default/m1"), NOW, POLICY);
    assertThat(decision.memory().state()).isEqualTo(HostState.ENROLLING);
    assertThat(decision.ready().cause()).isEqualTo(Cause.CONSUMER_UNPROVEN);
  }

  @Test
  void an_available_host_is_polled_and_its_power_is_never_touched() {
    HostBuilder host = host().ended("read-1", new Outcome.StateRead(PowerState.ON, "OK"));
    assertThat(host.decide().nextLook()).isEqualTo(NOW.plus(POLICY.pollEvery()));
    host.lane(
        new Lane.Ended(
            "read-1",
            new Outcome.StateRead(PowerState.ON, "OK"),
            NOW.minus(POLICY.pollEvery()),
            0,
            true));
    HostDecision due = host.decide();
    assertThat(submitted(due)).isEqualTo(new Intent.ReadState());
    assertThat(due.memory().operation()).isNull();
  }

  @Test
  void a_cordoned_or_held_free_host_is_not_ready() {
    HostBuilder host = host();
    host.wishes = new Wishes(true, false, false);
    assertThat(host.decide().ready()).isEqualTo(new Finding(false, Cause.CORDONED, ""));
    host.wishes = new Wishes(false, false, true);
    assertThat(host.decide().ready()).isEqualTo(new Finding(false, Cause.ON_HOLD, ""));
  }

  @Test
  void a_claimed_host_boots_step_by_step_each_on_record_before_it_happens() {
    HostBuilder host = claimed(1).run("m1-1-1", 1, Progress.NOTHING, Ending.OPEN);
    HostDecision begun = host.decide();
    assertThat(begun.memory().state()).isEqualTo(HostState.INSPECTING);
    assertThat(begun.memory().phase()).isEqualTo(InspectionPhase.PENDING);
    assertThat(begun.memory().operation().id()).isEqualTo("m1-1-1");
    assertThat(submitted(begun)).isEqualTo(new Intent.BootFromNetwork(Step.OFF));
    assertThat(begun.needsLiveLook()).isTrue();

    for (Step step : Step.values()) {
      HostDecision decision =
          host.after(begun).lane(new Lane.StepDue("m1-1-1", step, NOW)).decide();
      assertThat(decision.memory().operation().step()).isEqualTo(step);
      assertThat(decision.actions()).containsExactly(new Proceed("m1-1-1", step));
      begun = decision;
    }
    assertThat(begun.memory().phase()).isEqualTo(InspectionPhase.BOOTING);

    HostDecision started =
        host.after(begun).ended("m1-1-1", new Outcome.BootStarted(false)).decide();
    assertThat(started.memory().operation()).isNull();
    assertThat(started.memory().phase()).isEqualTo(InspectionPhase.BOOTING);
    assertThat(started.memory().power()).isEqualTo(PowerState.ON);
    assertThat(started.memory().overrideLeft()).isFalse();
  }

  @Test
  void after_a_restart_the_boot_goes_on_after_the_step_on_record() {
    HostBuilder host =
        claimed(1)
            .state(HostState.INSPECTING)
            .run("m1-1-1", 1, Progress.NOTHING, Ending.OPEN)
            .operation(boot("m1-1-1", Step.ON));
    host.run = "m1-1-1";
    host.phase = InspectionPhase.BOOTING;
    assertThat(submitted(host.decide())).isEqualTo(new Intent.BootFromNetwork(Step.ON));
    assertThat(submitted(host.operation(boot("m1-1-1", null)).decide()))
        .isEqualTo(new Intent.BootFromNetwork(Step.OFF));
  }

  @Test
  void a_boot_that_failed_before_on_is_tried_again_after_a_while() {
    HostBuilder host = booting(Step.OVERRIDE).lane(down("m1-1-1", 2));
    HostDecision failed = host.decide();
    assertThat(failed.memory().state()).isEqualTo(HostState.INSPECTING);
    assertThat(failed.memory().operation()).isNull();
    assertThat(failed.memory().connection().cause()).isEqualTo(Cause.BMC_UNREACHABLE);
    assertThat(failed.ready().cause()).isEqualTo(Cause.BMC_UNREACHABLE);
    assertThat(failed.nextLook()).isEqualTo(NOW.plusSeconds(2));

    HostDecision again =
        HostLifecycle.decide(host.after(failed).facts(), NOW.plusSeconds(2), POLICY);
    assertThat(submitted(again)).isEqualTo(new Intent.BootFromNetwork(Step.OFF));
    assertThat(again.memory().operation().attempt()).isEqualTo(3);
  }

  @Test
  void a_boot_that_failed_after_on_is_never_tried_again_in_its_run() {
    HostBuilder host = booting(Step.ON).lane(down("m1-1-1", 1));
    HostDecision failed = host.decide();
    assertThat(failed.memory().operation()).isNull();
    HostDecision later =
        HostLifecycle.decide(host.after(failed).facts(), NOW.plus(Duration.ofHours(1)), POLICY);
    assertThat(submitted(later)).isEqualTo(new Intent.ReadState());
    assertThat(later.memory().phase()).isEqualTo(InspectionPhase.BOOTING);
  }

  @Test
  void the_next_attempt_powers_on_again() {
    HostBuilder host = booting(Step.ON).operation((Operation) null);
    host.runs.clear();
    host.run("m1-1-1", 1, Progress.NOTHING, Ending.REPORT_MISSED)
        .run("m1-1-2", 2, Progress.NOTHING, Ending.OPEN);
    HostDecision decision = host.decide();
    assertThat(decision.memory().run()).isEqualTo("m1-1-2");
    assertThat(decision.memory().phase()).isEqualTo(InspectionPhase.PENDING);
    assertThat(decision.memory().consecutiveFailures()).isEqualTo(1);
    assertThat(submitted(decision)).isEqualTo(new Intent.BootFromNetwork(Step.OFF));
  }

  @Test
  void the_phases_follow_the_run() {
    assertThat(phase(Progress.SCRIPT_SERVED, Ending.OPEN)).isEqualTo(InspectionPhase.IN_PROGRESS);
    assertThat(phase(Progress.REPORTED, Ending.OPEN)).isEqualTo(InspectionPhase.COMPLETE);
    assertThat(phase(Progress.ACCEPTED, Ending.OPEN)).isEqualTo(InspectionPhase.COMPLETE);
    assertThat(phase(Progress.REJECTED, Ending.OPEN)).isEqualTo(InspectionPhase.FAILED);
    assertThat(phase(Progress.WRONG_MACHINE, Ending.OPEN)).isEqualTo(InspectionPhase.FAILED);
    assertThat(phase(Progress.NOTHING, Ending.REPORT_MISSED)).isEqualTo(InspectionPhase.TIMEOUT);
  }

  @Test
  void an_accepted_report_means_deploying_and_a_succeeded_run_ready() {
    HostBuilder host = booting(Step.ON).operation((Operation) null);
    host.runs.clear();
    host.run("m1-1-1", 1, Progress.ACCEPTED, Ending.OPEN);
    assertThat(host.decide().memory().state()).isEqualTo(HostState.DEPLOYING);
    host.runs.clear();
    host.run("m1-1-1", 1, Progress.ACCEPTED, Ending.SUCCEEDED).state(HostState.DEPLOYING);
    HostDecision ready = host.decide();
    assertThat(ready.memory().state()).isEqualTo(HostState.READY);
    assertThat(ready.ready()).isEqualTo(new Finding(true, Cause.RUNNING, ""));
  }

  @Test
  void a_bmc_that_fails_under_a_running_machine_is_only_a_condition() {
    HostBuilder host =
        claimed(1)
            .state(HostState.READY)
            .run("m1-1-1", 1, Progress.ACCEPTED, Ending.SUCCEEDED)
            .ended("read-1", BMC_DOWN);
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.READY);
    assertThat(decision.ready().holds()).isTrue();
    assertThat(decision.memory().connection().cause()).isEqualTo(Cause.BMC_UNREACHABLE);
  }

  @Test
  void a_run_opened_for_a_host_that_runs_is_an_error_and_nothing_is_done() {
    HostBuilder host =
        claimed(1).state(HostState.READY).run("m1-1-2", 2, Progress.NOTHING, Ending.OPEN);
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.READY);
    assertThat(decision.ready().cause()).isEqualTo(Cause.ILLEGAL_TRANSITION);
    assertThat(decision.actions()).isEmpty();
  }

  @Test
  void letting_go_cancels_the_boot_then_powers_off_and_says_for_which_epoch() {
    HostBuilder host = booting(Step.OVERRIDE).holder(Holder.LETTING_GO);
    host.lane(new Lane.StepDue("m1-1-1", Step.ON, NOW));
    HostDecision cancelling = host.decide();
    assertThat(cancelling.memory().state()).isEqualTo(HostState.CLEANING);
    assertThat(cancelling.actions()).containsExactly(new CancelOperation());

    HostDecision off = host.after(cancelling).ended("m1-1-1", new Outcome.Cancelled()).decide();
    assertThat(submitted(off)).isEqualTo(new Intent.PowerOff());
    assertThat(off.memory().overrideLeft()).isTrue();

    HostDecision released =
        host.after(off).ended(off.memory().operation().id(), new Outcome.PoweredOff()).decide();
    assertThat(released.memory().releasedEpoch()).isEqualTo(1);
    assertThat(released.memory().power()).isEqualTo(PowerState.OFF);
    assertThat(submitted(released)).isEqualTo(new Intent.ClearOverride());

    host.after(released).holder(Holder.NONE).epoch = 2;
    assertThat(host.decide().memory().state())
        .as("the override is still being cleared")
        .isEqualTo(HostState.CLEANING);
    HostDecision free =
        host.ended(released.memory().operation().id(), new Outcome.OverrideCleared()).decide();
    assertThat(free.memory().state()).isEqualTo(HostState.AVAILABLE);
  }

  @Test
  void a_release_waits_for_a_dead_bmc_and_says_so() {
    HostBuilder host =
        claimed(1)
            .state(HostState.CLEANING)
            .holder(Holder.LETTING_GO)
            .operation(operation(Kind.POWER_OFF, "off-1"))
            .lane(down("off-1", 40));
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.CLEANING);
    assertThat(decision.ready().cause()).isEqualTo(Cause.BMC_UNREACHABLE);
    assertThat(decision.nextLook()).isEqualTo(NOW.plus(POLICY.lastRetry()));
  }

  @Test
  void a_force_released_host_is_powered_off_before_it_is_free() {
    HostBuilder host = claimed(1).state(HostState.READY).holder(Holder.NONE);
    host.epoch = 2;
    HostDecision cleaning = host.decide();
    assertThat(cleaning.memory().state()).isEqualTo(HostState.CLEANING);
    assertThat(submitted(cleaning)).isEqualTo(new Intent.PowerOff());
    HostDecision free =
        host.after(cleaning)
            .ended(cleaning.memory().operation().id(), new Outcome.PoweredOff())
            .decide();
    assertThat(free.memory().state()).isEqualTo(HostState.AVAILABLE);
    assertThat(free.memory().releasedEpoch()).isEqualTo(2);
  }

  @Test
  void hold_keeps_a_released_host_as_it_is_until_it_is_lifted() {
    HostBuilder host = claimed(1).state(HostState.READY).holder(Holder.LETTING_GO);
    host.wishes = new Wishes(false, false, true);
    HostDecision held = host.decide();
    assertThat(held.memory().state()).isEqualTo(HostState.CLEANING);
    assertThat(held.ready().cause()).isEqualTo(Cause.ON_HOLD);
    assertThat(held.actions()).isEmpty();
    host.after(held).wishes = new Wishes(false, false, false);
    assertThat(submitted(host.decide())).isEqualTo(new Intent.PowerOff());
  }

  @Test
  void another_server_than_the_bmcs_is_quarantined_until_maintenance_has_been_set_and_lifted() {
    HostBuilder host = host().state(HostState.CLEANING);
    host.run("m1-1-1", 1, Progress.WRONG_MACHINE, Ending.FAILED).epoch = 1;
    host.released = 0;
    HostDecision error = host.decide();
    assertThat(error.memory().state()).isEqualTo(HostState.ERROR);
    assertThat(error.ready().cause()).isEqualTo(Cause.WRONG_MACHINE);

    host.after(error).wishes = new Wishes(false, true, false);
    HostDecision maintenance = host.decide();
    assertThat(maintenance.memory().state()).isEqualTo(HostState.MAINTENANCE);
    host.after(maintenance).wishes = new Wishes(false, false, false);
    HostDecision back = host.decide();
    assertThat(back.memory().state()).isEqualTo(HostState.ENROLLING);
    assertThat(back.forgetHardware()).isTrue();
    assertThat(back.memory().forgivenEpoch()).isEqualTo(1);
    host.after(back).connection = HostBuilder.CONNECTED;
    assertThat(host.lane(new Lane.Idle()).decide().memory().state()).isEqualTo(HostState.AVAILABLE);
  }

  @Test
  void three_failed_runs_in_a_row_quarantine_a_host_and_a_success_forgives() {
    HostBuilder host = host().state(HostState.CLEANING);
    host.epoch = 1;
    host.run("a", 1, Progress.NOTHING, Ending.REPORT_MISSED)
        .run("b", 2, Progress.ACCEPTED, Ending.HOST_FAILED)
        .run("c", 3, Progress.NOTHING, Ending.CANCELLED);
    host.epoch = 3;
    host.released = 2;
    assertThat(host.decide().memory().state()).isEqualTo(HostState.AVAILABLE);
    host.epoch = 2;
    host.run("d", 1, Progress.NOTHING, Ending.REPORT_MISSED);
    assertThat(host.decide().ready().cause()).isEqualTo(Cause.QUARANTINED);
    host.run("e", 2, Progress.ACCEPTED, Ending.SUCCEEDED);
    assertThat(host.decide().memory().state()).isEqualTo(HostState.AVAILABLE);
  }

  @Test
  void maintenance_leaves_the_bmc_alone() {
    HostBuilder host = host().lane(new Lane.Busy("read-1", NOW));
    host.wishes = new Wishes(false, true, false);
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.MAINTENANCE);
    assertThat(decision.actions()).containsExactly(new CancelOperation());
    assertThat(host.after(decision).lane(new Lane.Idle()).decide().actions()).isEmpty();
  }

  @Test
  void maintenance_does_not_stop_a_release() {
    HostBuilder host = claimed(1).state(HostState.READY).holder(Holder.NONE);
    host.wishes = new Wishes(false, true, false);
    assertThat(host.decide().memory().state()).isEqualTo(HostState.CLEANING);
  }

  @Test
  void a_paused_host_is_left_alone() {
    HostBuilder host = booting(Step.OVERRIDE).lane(new Lane.StepDue("m1-1-1", Step.ON, NOW));
    host.presence = Presence.PAUSED;
    HostDecision decision = host.decide();
    assertThat(decision.memory()).isEqualTo(host.facts().memory());
    assertThat(decision.actions()).containsExactly(new CancelOperation());
  }

  @Test
  void a_paused_machine_that_is_being_deleted_keeps_its_server_running() {
    HostBuilder host =
        claimed(1)
            .state(HostState.READY)
            .holder(Holder.LETTING_GO_PAUSED)
            .run("m1-1-1", 1, Progress.ACCEPTED, Ending.SUCCEEDED);
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.READY);
    assertThat(decision.actions()).isEmpty();
  }

  @Test
  void a_host_that_moves_to_another_cluster_only_loses_its_finalizer() {
    HostBuilder host = booting(Step.OVERRIDE).lane(new Lane.Idle());
    host.presence = Presence.LEAVING;
    assertThat(host.decide().actions()).containsExactly(new DropFinalizer());
  }

  @Test
  void deleting_a_claimed_host_is_blocked_and_says_why() {
    HostBuilder host =
        claimed(1)
            .state(HostState.READY)
            .run("m1-1-1", 1, Progress.ACCEPTED, Ending.SUCCEEDED)
            .ended("read-1", new Outcome.StateRead(PowerState.ON, null));
    host.presence = Presence.DELETING;
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.READY);
    assertThat(decision.ready().cause()).isEqualTo(Cause.DELETION_BLOCKED);
    assertThat(decision.actions()).isEmpty();
  }

  @Test
  void deleting_a_free_host_never_powers_it_off() {
    HostBuilder host = host();
    host.presence = Presence.DELETING;
    assertThat(host.decide().actions()).containsExactly(new CancelOperation(), new DropFinalizer());
  }

  @Test
  void another_address_makes_a_free_host_enrol_again_and_stops_a_claimed_one() {
    HostBuilder free = host();
    free.enrolment = Enrolment.ELSEWHERE;
    assertThat(free.decide().memory().state()).isEqualTo(HostState.ENROLLING);
    assertThat(submitted(free.decide())).isEqualTo(new Intent.Enrol());

    HostBuilder held = claimed(1).run("m1-1-1", 1, Progress.NOTHING, Ending.OPEN);
    held.enrolment = Enrolment.ELSEWHERE;
    HostDecision decision = held.decide();
    assertThat(decision.memory().connection().cause())
        .isEqualTo(Cause.ADDRESS_CHANGED_WHILE_CLAIMED);
    assertThat(decision.actions()).isEmpty();
    assertThat(held.holder(Holder.LETTING_GO).decide().actions())
        .as("another server's Off must not count as this one's")
        .isEmpty();
  }

  @Test
  void orphaned_runs_are_closed_and_old_ones_forgotten() {
    HostBuilder host = claimed(20);
    for (int i = 1; i <= 12; i++) {
      host.runs.add(new RunFacts("old-" + i, i, 1, Progress.NOTHING, Ending.CANCELLED, true, ""));
    }
    host.runs.add(new RunFacts("late", 18, 1, Progress.NOTHING, Ending.OPEN, false, ""));
    host.runs.add(new RunFacts("lost", 20, 1, Progress.NOTHING, Ending.OPEN, true, ""));
    assertThat(host.decide().actions())
        .contains(
            new CloseRun("late", Cause.SUPERSEDED),
            new CloseRun("lost", Cause.CONSUMER_GONE),
            new ForgetRun("old-1"),
            new ForgetRun("old-2"))
        .doesNotContain(new ForgetRun("old-3"));
  }

  @Test
  void a_network_boot_the_bmc_would_repeat_is_cleared_once_the_machine_runs() {
    HostBuilder host =
        claimed(1).state(HostState.DEPLOYING).run("r", 1, Progress.ACCEPTED, Ending.SUCCEEDED);
    host.overrideLeft = true;
    HostDecision decision = host.decide();
    assertThat(decision.memory().state()).isEqualTo(HostState.READY);
    assertThat(submitted(decision)).isEqualTo(new Intent.ClearOverride());
  }

  @Test
  void an_operation_that_outlives_its_deadline_is_withdrawn_with_a_cause() {
    HostBuilder host = booting(Step.OFF).lane(new Lane.Busy("m1-1-1", NOW));
    HostDecision late =
        HostLifecycle.decide(host.facts(), NOW.plus(POLICY.operationDeadline()), POLICY);
    assertThat(late.actions()).containsExactly(new CancelOperation());
    assertThat(late.memory().connection().cause()).isEqualTo(Cause.BMC_TIMEOUT);
  }

  @Test
  void time_spent_waiting_behind_others_is_not_the_operations_own() {
    Instant late = NOW.plus(POLICY.operationDeadline().multipliedBy(3));
    HostBuilder waiting = booting(Step.OFF).lane(new Lane.Busy("m1-1-1", null));
    HostDecision patient = HostLifecycle.decide(waiting.facts(), late, POLICY);
    assertThat(patient.actions()).isEmpty();
    assertThat(patient.nextLook()).isAfter(late);

    HostBuilder started = booting(Step.OFF).lane(new Lane.StepDue("m1-1-1", Step.OFF, late));
    HostDecision goesOn = HostLifecycle.decide(started.facts(), late, POLICY);
    assertThat(goesOn.actions()).containsExactly(new Proceed("m1-1-1", Step.OFF));
    assertThat(goesOn.nextLook()).isEqualTo(late.plus(POLICY.operationDeadline()));
  }

  private static HostBuilder fresh() {
    HostBuilder host = host().state(HostState.ENROLLING);
    host.enrolment = Enrolment.NONE;
    host.connection = null;
    return host;
  }

  private static HostBuilder booting(Step recorded) {
    HostBuilder host =
        claimed(1)
            .state(HostState.INSPECTING)
            .run("m1-1-1", 1, Progress.NOTHING, Ending.OPEN)
            .operation(boot("m1-1-1", recorded));
    host.run = "m1-1-1";
    host.phase = recorded == Step.ON ? InspectionPhase.BOOTING : InspectionPhase.PENDING;
    return host;
  }

  private static InspectionPhase phase(Progress progress, Ending ending) {
    return claimed(1).run("r", 1, progress, ending).decide().memory().phase();
  }

  private static Lane down(String id, int failures) {
    return new Lane.Ended(id, BMC_DOWN, NOW, failures, true);
  }

  private static Intent submitted(HostDecision decision) {
    return decision.actions().stream()
        .filter(Submit.class::isInstance)
        .map(action -> ((Submit) action).intent())
        .findFirst()
        .orElse(null);
  }

  @Test
  void what_waits_at_the_bmc_is_withdrawn_when_the_host_is_paused_or_moves() {
    for (Presence presence : List.of(Presence.PAUSED, Presence.LEAVING)) {
      HostBuilder host =
          claimed(1)
              .holder(Holder.LETTING_GO)
              .state(HostState.CLEANING)
              .operation(operation(Operation.Kind.POWER_OFF, "off-1"))
              .lane(new Lane.Busy("off-1", NOW));
      host.presence = presence;

      assertThat(host.decide().actions()).contains(new CancelOperation());
      host.lane = new Lane.Idle();
      assertThat(host.decide().actions()).doesNotContain(new CancelOperation());
    }
  }

  @Test
  void a_clock_that_was_set_back_does_not_stop_the_polls() {
    HostBuilder host = host();
    host.lane =
        new Lane.Ended(
            "read-1",
            new Outcome.StateRead(PowerState.ON, "OK"),
            NOW.plus(Duration.ofDays(365)),
            0,
            true);

    assertThat(host.decide().actions())
        .anyMatch(action -> action instanceof Submit(String _, Intent.ReadState()));
  }

  @Test
  void a_host_knows_when_the_runs_it_is_shown_are_older_than_its_memory() {
    HostBuilder host = claimed(1).run("m-1-1", 1, Progress.NOTHING, Ending.REPORT_MISSED);
    host.run = "m-1-2";
    assertThat(host.facts().missesItsRun()).isTrue();
    host.run("m-1-2", 2, Progress.NOTHING, Ending.OPEN);
    assertThat(host.facts().missesItsRun()).isFalse();
  }

  @Test
  void what_comes_back_from_maintenance_is_looked_at_as_if_it_were_new() {
    HostBuilder host = host().state(HostState.MAINTENANCE);
    host.run = "m-1-3";
    host.phase = InspectionPhase.FAILED;

    HostDecision decision = host.decide();

    assertThat(decision.forgetHardware()).isTrue();
    assertThat(decision.memory().run()).isNull();
    assertThat(decision.memory().phase()).isNull();
  }
}
