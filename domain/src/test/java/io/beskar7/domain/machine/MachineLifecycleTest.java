package io.beskar7.domain.machine;

import static io.beskar7.domain.machine.Given.booted;
import static io.beskar7.domain.machine.Given.closed;
import static io.beskar7.domain.machine.Given.elsewhere;
import static io.beskar7.domain.machine.Given.failing;
import static io.beskar7.domain.machine.Given.finished;
import static io.beskar7.domain.machine.Given.judged;
import static io.beskar7.domain.machine.Given.machine;
import static io.beskar7.domain.machine.Given.reported;
import static io.beskar7.domain.machine.Given.silent;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.machine.Act.AddFinalizer;
import io.beskar7.domain.machine.Act.CloseRun;
import io.beskar7.domain.machine.Act.DropFinalizer;
import io.beskar7.domain.machine.Act.OpenRun;
import io.beskar7.domain.machine.Act.SetProviderId;
import io.beskar7.domain.machine.Signal.Announce;
import io.beskar7.domain.machine.Signal.Forget;
import io.beskar7.domain.machine.Signal.InspectionFailed;
import io.beskar7.domain.machine.Signal.InspectionTook;
import io.beskar7.domain.machine.Signal.ProvisioningTook;
import io.beskar7.domain.machine.Signal.RequestRelease;
import io.beskar7.domain.machine.Signal.Wants;
import io.beskar7.domain.machine.Step.Decided;
import io.beskar7.domain.machine.Verdict.Result;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MachineLifecycleTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void a_new_machine_gets_its_finalizer_and_asks_for_a_host() {
    Given given = machine();
    given.finalizer = false;
    assertThat(given.decided().acts()).containsExactly(new AddFinalizer());
    assertThat(given.decided().signals()).containsExactly(new Wants());
    assertThat(given.standing().phase()).isEqualTo(Phase.CLAIMING);
    assertThat(given.standing().message()).isEqualTo("0 of 2 hosts free: 2 claimed");
  }

  @Test
  void no_host_is_asked_for_before_the_bootstrap_data_is_there() {
    Given given = machine();
    given.bootstrap = new BootstrapData.Missing("Secret \"x\" does not exist");
    assertThat(given.decided().signals()).containsExactly(new Forget());
    assertThat(given.standing().cause()).isEqualTo(Cause.WAITING_FOR_BOOTSTRAP_DATA);
  }

  @Test
  void an_owner_that_is_just_being_set_is_not_complained_about() {
    Given given = machine();
    given.finalizer = false;
    given.owner = new Owner.Missing("no Machine owns it");
    assertThat(given.decided().acts()).isEmpty();
    assertThat(given.standing().cause()).isEqualTo(Cause.WAITING_FOR_OWNER);
    Decided early =
        (Decided)
            MachineLifecycle.decide(
                given.facts(), given.facts().createdAt().plusSeconds(9), Given.SETTINGS);
    assertThat(early.note()).isEqualTo(new Note.Nothing());
    assertThat(early.look()).isEqualTo(given.facts().createdAt().plusSeconds(10));
  }

  @Test
  void a_ticket_is_verified_live_before_a_run_is_opened() {
    assertThat(machine().seemsBound().decide()).isEqualTo(new Step.Verify());
    assertThat(machine().bound().decided().acts())
        .singleElement()
        .isInstanceOfSatisfying(
            OpenRun.class,
            run -> {
              assertThat(run.attempt()).isEqualTo(1);
              assertThat(run.run()).startsWith("worker-7-1-");
            });
  }

  @Test
  void an_open_run_leads_from_booting_to_reporting_to_provisioning() {
    assertThat(at(silent(1, MINUTE)).standing().cause()).isEqualTo(Cause.BOOTING);
    assertThat(at(booted(silent(1, MINUTE))).standing().cause())
        .isEqualTo(Cause.WAITING_FOR_REPORT);
    assertThat(at(reported(silent(1, MINUTE))).standing().phase()).isEqualTo(Phase.VALIDATING);
    assertThat(at(judged(silent(1, MINUTE), Result.ACCEPTED)).standing().phase())
        .isEqualTo(Phase.PROVISIONING);
  }

  @Test
  void each_wait_has_its_deadline() {
    RunFacts young = silent(1, MINUTE);
    assertThat(at(young).decided().look()).isEqualTo(young.openedAt().plus(Duration.ofMinutes(5)));
    assertThat(at(booted(young)).decided().look())
        .isEqualTo(young.openedAt().plus(Duration.ofMinutes(10)));
    assertThat(at(judged(young, Result.ACCEPTED)).decided().look())
        .isEqualTo(young.openedAt().plusSeconds(60).plus(Duration.ofMinutes(20)));
  }

  @Test
  void each_missed_deadline_has_its_name() {
    assertThat(closing(at(silent(1, Duration.ofMinutes(5))))).isEqualTo(Cause.BOOT_TIMEOUT);
    assertThat(closing(at(booted(silent(1, Duration.ofMinutes(10))))))
        .isEqualTo(Cause.INSPECTION_TIMEOUT);
    assertThat(closing(at(judged(silent(1, Duration.ofMinutes(21)), Result.ACCEPTED))))
        .isEqualTo(Cause.DEPLOYMENT_TIMEOUT);
    Given dark = at(silent(1, Duration.ofMinutes(5)));
    dark.trouble = "BMCUnreachable: no route";
    assertThat(closing(dark)).isEqualTo(Cause.POWER_ON_FAILED);
  }

  @Test
  void a_report_that_arrived_in_the_last_moment_counts() {
    RunFacts late = judged(silent(1, Duration.ofMinutes(11)), Result.ACCEPTED);
    assertThat(at(late).standing().phase()).isEqualTo(Phase.PROVISIONING);
  }

  @Test
  void success_sets_the_provider_id_before_the_run_is_closed() {
    Given given = at(finished(silent(1, MINUTE)));
    assertThat(given.decided().acts())
        .extracting(act -> act.getClass().getSimpleName())
        .containsExactly("SetProviderId", "CloseRun");
    assertThat(given.standing().ready()).isTrue();
  }

  @Test
  void after_a_failed_attempt_the_next_is_opened_at_the_same_host() {
    RunFacts first = closed(silent(1, MINUTE), Outcome.FAILED, Cause.BOOT_TIMEOUT);
    OpenRun next = (OpenRun) machine().bound().run(first).decided().acts().getFirst();
    assertThat(next.attempt()).isEqualTo(2);
    assertThat(next.ticket()).isEqualTo(Given.TICKET);
  }

  @Test
  void after_the_last_attempt_the_machine_has_failed_and_gives_its_host_back() {
    Given given =
        machine().bound().run(closed(silent(3, MINUTE), Outcome.FAILED, Cause.BOOT_TIMEOUT));
    assertThat(given.standing().phase()).isEqualTo(Phase.FAILED);
    assertThat(given.standing().cause()).isEqualTo(Cause.BOOT_TIMEOUT);
    assertThat(given.decided().signals()).containsExactly(new RequestRelease());
  }

  @Test
  void a_wrong_digest_is_not_tried_again() {
    Given told = at(failing(silent(1, MINUTE), "image digest mismatch: expected sha256:aa"));
    assertThat(closing(told)).isEqualTo(Cause.IMAGE_DIGEST_MISMATCH);
    Given after =
        machine()
            .bound()
            .run(closed(silent(1, MINUTE), Outcome.FAILED, Cause.IMAGE_DIGEST_MISMATCH));
    assertThat(after.standing().phase()).isEqualTo(Phase.FAILED);
    assertThat(closing(at(failing(silent(1, MINUTE), "disk full"))))
        .isEqualTo(Cause.DEPLOYMENT_FAILED);
  }

  @Test
  void an_unfit_host_is_given_back_and_another_asked_for() {
    Given told = at(judged(silent(1, MINUTE), Result.REJECTED));
    assertThat(closing(told)).isEqualTo(Cause.HARDWARE_REQUIREMENTS_NOT_MET);
    assertThat(told.decided().signals())
        .contains(new InspectionFailed())
        .anyMatch(
            s -> s instanceof Announce a && a.happening() == Happening.HARDWARE_VALIDATION_FAILED);
    RunFacts unfit = closed(silent(1, MINUTE), Outcome.FAILED, Cause.HARDWARE_REQUIREMENTS_NOT_MET);
    Given after = machine().bound().run(unfit);
    assertThat(after.decided().signals()).containsExactly(new RequestRelease());
    assertThat(after.standing().phase()).isEqualTo(Phase.CLAIMING);

    Given releasing = machine().releasing().run(unfit);
    assertThat(releasing.decide()).isEqualTo(new Step.LetGo());
    releasing.parting = new Parting.Done();
    assertThat(releasing.decided().signals()).contains(new Wants());
  }

  @Test
  void another_server_than_the_one_behind_the_bmc_is_closed_as_such() {
    assertThat(closing(at(judged(silent(1, MINUTE), Result.WRONG_MACHINE))))
        .isEqualTo(Cause.WRONG_MACHINE);
  }

  @Test
  void a_failed_machine_keeps_its_words() {
    Given given = machine().recorded(Phase.FAILED, Cause.BOOT_TIMEOUT, "run-3");
    given.run(closed(silent(3, MINUTE), Outcome.FAILED, Cause.BOOT_TIMEOUT));
    assertThat(given.standing().cause()).isEqualTo(Cause.BOOT_TIMEOUT);
    assertThat(given.standing().message()).isEqualTo("as before");
    assertThat(given.decided().signals()).containsExactly(new Forget());
  }

  @Test
  void deletion_closes_the_run_then_lets_go_then_drops_the_finalizer() {
    Given given = at(silent(1, MINUTE));
    given.deleting = true;
    assertThat(given.decided().acts())
        .singleElement()
        .isInstanceOfSatisfying(
            CloseRun.class, c -> assertThat(c.outcome()).isEqualTo(Outcome.CANCELLED));
    given.runs = List.of(closed(silent(1, MINUTE), Outcome.CANCELLED, Cause.CANCELLED));
    assertThat(given.decide()).isEqualTo(new Step.LetGo());
    given.parting = new Parting.Waiting("host-1 is being powered off");
    assertThat(given.standing().phase()).isEqualTo(Phase.DELETING);
    assertThat(given.standing().message()).isEqualTo("host-1 is being powered off");
    given.trouble = "BMCUnreachable: no route";
    assertThat(given.standing().message())
        .isEqualTo(
            "host-1 is being powered off: BMCUnreachable: no route; annotation"
                + " beskar7.io/force-release on the machine gives the host back all the same");
    given.parting = new Parting.Done();
    assertThat(given.decided().acts()).containsExactly(new DropFinalizer());
  }

  @Test
  void deletion_does_not_need_an_owner() {
    Given given = machine().seemsBound();
    given.owner = new Owner.Missing("the Machine is gone");
    given.deleting = true;
    assertThat(given.decide()).isEqualTo(new Step.LetGo());
  }

  @Test
  void a_machine_on_the_move_only_loses_its_finalizer() {
    Given given = at(silent(1, MINUTE));
    given.leaving = true;
    given.deleting = true;
    given.paused = "paused too";
    assertThat(given.decided().acts()).containsExactly(new DropFinalizer());
    assertThat(given.decided().note()).isEqualTo(new Note.Nothing());
  }

  @Test
  void a_paused_machine_says_so_and_does_nothing_even_when_deleted() {
    Given given = at(silent(1, Duration.ofHours(1)));
    given.paused = "Cluster spec.paused is true";
    given.deleting = true;
    assertThat(given.decided().acts()).isEmpty();
    assertThat(given.decided().note()).isEqualTo(new Note.Paused("Cluster spec.paused is true"));
  }

  @Test
  void a_machine_that_came_with_a_provider_id_is_adopted_and_never_booted() {
    Given given = machine();
    given.namedHost = "host-1";
    assertThat(given.standing().cause()).isEqualTo(Cause.ADOPTION_WAITING);
    assertThat(given.decided().signals()).containsExactly(new Wants());
    given.bound();
    assertThat(given.standing().ready()).isTrue();
    assertThat(given.decided().acts()).isEmpty();
    assertThat(given.decided().signals()).isEmpty();
  }

  @Test
  void a_running_machine_that_lost_its_host_says_so_and_stays_provisioned() {
    Given given = machine().recorded(Phase.PROVISIONED, Cause.PROVISIONED, "run-1");
    given.namedHost = "host-1";
    given.hold = new Hold.Lost(Given.TICKET);
    assertThat(given.standing().phase()).isEqualTo(Phase.PROVISIONED);
    assertThat(given.standing().cause()).isEqualTo(Cause.HOST_LOST);
    assertThat(given.decided().acts()).isEmpty();
  }

  @Test
  void a_host_lost_on_the_way_ends_the_run_and_another_is_asked_for() {
    Given given = machine().run(silent(1, MINUTE));
    given.hold = new Hold.Lost(Given.TICKET);
    assertThat(given.decided().acts())
        .singleElement()
        .isInstanceOfSatisfying(
            CloseRun.class, c -> assertThat(c.cause()).isEqualTo(Cause.HOST_LOST));
    given.runs = List.of(closed(silent(1, MINUTE), Outcome.CANCELLED, Cause.HOST_LOST));
    assertThat(given.decided().signals()).containsExactly(new Wants());
  }

  @Test
  void a_run_at_another_host_is_closed_before_one_is_opened_here() {
    Given given = machine().bound().run(elsewhere(silent(1, MINUTE)));
    assertThat(closing(given)).isEqualTo(Cause.SUPERSEDED);
  }

  @Test
  void what_was_passed_is_told_once() {
    Given given = at(finished(silent(1, MINUTE))).recorded(Phase.INSPECTING, Cause.BOOTING, null);
    assertThat(given.decided().signals())
        .containsExactly(
            new Announce(Happening.HOST_CLAIMED, "host-1 is held by this machine"),
            new Announce(
                Happening.INSPECTION_STARTED,
                "host-1 has booted the inspection system (run run-1)"),
            new Announce(Happening.INSPECTION_COMPLETE, "host-1 has reported and fits (run run-1)"),
            new InspectionTook(Duration.ofSeconds(60)),
            new Announce(
                Happening.PROVISIONING_COMPLETE, "host-1 runs the operating system (run run-1)"),
            new ProvisioningTook(Duration.ofSeconds(90)));
    given.recorded(Phase.PROVISIONING, Cause.PROVISIONING, "run-1");
    assertThat(given.decided().signals()).hasSize(2);
    given.recorded(Phase.PROVISIONED, Cause.PROVISIONED, "run-1");
    assertThat(given.decided().signals()).isEmpty();
  }

  @Test
  void names_of_runs_differ_by_machine_host_epoch_and_attempt_and_fit() {
    String name = ((OpenRun) machine().bound().decided().acts().getFirst()).run();
    Given other = machine();
    other.hold = new Hold.Bound(new Ticket("host-2", "other-uid", 7, false));
    assertThat(((OpenRun) other.decided().acts().getFirst()).run()).isNotEqualTo(name);
    MachineFacts facts = machine().facts();
    String longest =
        RunName.of(
            new MachineFacts(
                "m".repeat(253),
                "u",
                facts.createdAt(),
                true,
                false,
                false,
                null,
                facts.owner(),
                List.of(),
                facts.bootstrap(),
                null,
                facts.recorded(),
                facts.hold(),
                List.of(),
                "",
                null,
                facts.parting()),
            Given.TICKET,
            3);
    assertThat(longest).hasSize(253).contains("m-7-3-");
  }

  @Test
  void a_provider_id_that_is_missing_is_set_again() {
    Given given = machine().seemsBound().recorded(Phase.PROVISIONED, Cause.PROVISIONED, "run-1");
    assertThat(given.decided().acts()).containsExactly(new SetProviderId("host-1"));
  }

  private static Given at(RunFacts run) {
    return machine().seemsBound().run(run);
  }

  private static Cause closing(Given given) {
    assertThat(given.decided().acts()).hasSize(1);
    return ((CloseRun) given.decided().acts().getFirst()).cause();
  }
}
