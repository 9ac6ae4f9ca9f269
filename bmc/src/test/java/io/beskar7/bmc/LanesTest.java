package io.beskar7.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.bmc.SystemFacts;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.Problem;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LanesTest {
  private final Bench bench = new Bench();

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void enrolmentTellsFactsAndPower() {
    bench.submit("a", "1", new Intent.Enrol());

    assertThat(bench.outcome("1"))
        .isEqualTo(
            new Outcome.Enrolled(
                new SystemFacts(
                    "/redfish/v1/Systems/1",
                    "Dell Inc.",
                    "R1",
                    "S",
                    null,
                    null,
                    null,
                    "OK",
                    8,
                    1024L,
                    List.of("02:00:00:00:00:01"),
                    List.of(),
                    true,
                    "dell-idrac"),
                PowerState.OFF));
  }

  @Test
  void aNetworkBootIsOffOverrideOnEachAfterItIsOnRecord() {
    bench.bmcs.power.put("a", Power.ON);
    bench.proceeds = false;
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OFF));

    bench.awaitDue("1", Step.OFF, 1);
    assertThat(bench.bmcs.log).containsExactly("a connect", "a getPowerState");
    bench.lanes.proceed(Bench.host("a"), "1", Step.OFF);
    bench.awaitDue("1", Step.OVERRIDE, 1);
    assertThat(bench.bmcs.log).endsWith("a setPowerState FORCE_OFF");
    bench.lanes.proceed(Bench.host("a"), "1", Step.OVERRIDE);
    bench.awaitDue("1", Step.ON, 1);
    assertThat(bench.bmcs.log).doesNotContain("a setPowerState ON");
    bench.lanes.proceed(Bench.host("a"), "1", Step.ON);

    assertThat(bench.outcome("1")).isEqualTo(new Outcome.BootStarted(false));
    assertThat(bench.bmcs.log)
        .containsExactly(
            "a connect",
            "a getPowerState",
            "a setPowerState FORCE_OFF",
            "a setBootSourcePXE",
            "a getPowerState",
            "a setPowerState ON");
  }

  @Test
  void fromOnNothingIsWritten() {
    bench.bmcs.power.put("a", Power.ON);
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.ON));

    assertThat(bench.outcome("1")).isEqualTo(new Outcome.BootStarted(false));
    assertThat(bench.bmcs.log)
        .containsExactly("a connect", "a awaitPower ON", "a bootOverridePersists");
  }

  @Test
  void fromOverrideAHostThatIsOffIsNotSwitchedOffAgain() {
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OVERRIDE));

    assertThat(bench.outcome("1")).isEqualTo(new Outcome.BootStarted(false));
    assertThat(bench.bmcs.log)
        .doesNotContain("a setPowerState FORCE_OFF")
        .contains("a setBootSourcePXE", "a setPowerState ON");
  }

  @Test
  void fromOverrideAHostThatIsOnIsSwitchedOffFirst() {
    bench.bmcs.power.put("a", Power.ON);
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OVERRIDE));

    assertThat(bench.outcome("1")).isEqualTo(new Outcome.BootStarted(false));
    assertThat(bench.bmcs.log)
        .containsSubsequence("a setPowerState FORCE_OFF", "a setPowerState ON");
  }

  @Test
  void anOnWhoseFateIsUnknownIsNotSentAgain() {
    bench.bmcs.problems.put(
        "a setPowerState ON", new Problem(Cause.OUTCOME_UNKNOWN, "https://a: lost"));
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OFF));

    assertThat(bench.outcome("1"))
        .isEqualTo(new Outcome.Failed(BmcFailure.OUTCOME_UNKNOWN, "https://a: lost"));
    assertThat(bench.bmcs.log.stream().filter("a setPowerState ON"::equals)).hasSize(1);
  }

  @Test
  void aSessionLostAtAStepIsRenewedOnlyAfterTheStepWasReleasedAgain() {
    bench.proceeds = false;
    bench.bmcs.problems.put("a setPowerState ON", new Problem(Cause.SESSION_LOST, "lost"));
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OVERRIDE));
    bench.awaitDue("1", Step.OVERRIDE, 1);
    bench.lanes.proceed(Bench.host("a"), "1", Step.OVERRIDE);
    bench.awaitDue("1", Step.ON, 1);
    bench.lanes.proceed(Bench.host("a"), "1", Step.ON);

    bench.awaitDue("1", Step.ON, 2);
    assertThat(bench.bmcs.log).doesNotContain("a login");
    bench.lanes.proceed(Bench.host("a"), "1", Step.ON);
    assertThat(bench.outcome("1")).isEqualTo(new Outcome.BootStarted(false));
    assertThat(bench.bmcs.log).endsWith("a login", "a setPowerState ON");
  }

  @ParameterizedTest
  @EnumSource(Step.class)
  void aCancelWhileAStepIsDueSendsNothingMore(Step at) {
    bench.proceeds = false;
    bench.bmcs.power.put("a", Power.ON);
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OFF));
    for (Step step : List.of(Step.OFF, Step.OVERRIDE, Step.ON)) {
      bench.awaitDue("1", step, 1);
      if (step == at) {
        break;
      }
      bench.lanes.proceed(Bench.host("a"), "1", step);
    }
    List<String> before = List.copyOf(bench.bmcs.log);
    bench.lanes.cancel(Bench.host("a"));

    assertThat(bench.outcome("1")).isEqualTo(new Outcome.Cancelled());
    bench.lanes.proceed(Bench.host("a"), "1", at);
    bench.submit("a", "2", new Intent.ReadState());
    bench.outcome("2");
    assertThat(bench.bmcs.log.subList(0, before.size())).isEqualTo(before);
    assertThat(bench.bmcs.log.subList(before.size(), bench.bmcs.log.size()))
        .containsExactly("a getSystemInfo");
  }

  @Test
  void aReleaseOfAnotherStepOrOperationReleasesNothing() {
    bench.proceeds = false;
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OFF));
    bench.awaitDue("1", Step.OFF, 1);
    bench.lanes.proceed(Bench.host("a"), "1", Step.ON);
    bench.lanes.proceed(Bench.host("a"), "0", Step.OFF);
    bench.lanes.proceed(Bench.host("b"), "1", Step.OFF);
    bench.time.advance(Duration.ofMinutes(5));

    assertThat(bench.outcome("1"))
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.cause()).isEqualTo(BmcFailure.TIMEOUT));
    assertThat(bench.bmcs.log).containsExactly("a connect", "a getPowerState");
  }

  @Test
  void aHostSwitchedOnByAnotherHandIsNotBooted() {
    bench.bmcs.within =
        line -> {
          if (line.equals("a setBootSourcePXE")) {
            bench.bmcs.power.put("a", Power.ON);
          }
        };
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OFF));
    assertThat(bench.outcome("1"))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.POWER_NOT_CONFIRMED,
                "https://a: the system did not stay off until its network boot was set"));
    assertThat(bench.bmcs.log).doesNotContain("a setPowerState ON");
  }

  @Test
  void aBugInOneOperationEndsThatOneOnly() {
    bench.bmcs.within =
        line -> {
          if (line.equals("a getSystemInfo")) {
            throw new IllegalStateException("bug");
          }
        };
    bench.submit("a", "1", new Intent.ReadState());
    assertThat(bench.outcome("1"))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.UNEXPECTED_ANSWER, "https://a: an internal error ended the operation"));
    bench.submit("a", "2", new Intent.PowerOff());
    assertThat(bench.outcome("2")).isEqualTo(new Outcome.PoweredOff());
  }

  @Test
  void aSessionLostAtAPowerOffIsForTheSubmitterToAskAgain() {
    bench.bmcs.power.put("a", Power.ON);
    bench.bmcs.problems.put("a setPowerState FORCE_OFF", new Problem(Cause.SESSION_LOST, "lost"));
    bench.submit("a", "1", new Intent.PowerOff());
    assertThat(bench.outcome("1")).isEqualTo(new Outcome.Failed(BmcFailure.NOT_READY, "lost"));

    bench.submit("a", "2", new Intent.PowerOff());
    assertThat(bench.outcome("2")).isEqualTo(new Outcome.PoweredOff());
    assertThat(bench.bmcs.logins).hasValue(2);
  }

  @Test
  void aStepThatNobodyReleasesEndsWithTheOperationsTime() {
    bench.proceeds = false;
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.OFF));
    bench.awaitDue("1", Step.OFF, 1);
    bench.time.advance(Duration.ofMinutes(5));

    assertThat(bench.outcome("1"))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.TIMEOUT, "https://a: step OFF was not put on record in time"));
  }

  @Test
  void aNewerIntentReplacesTheOneThatWaits() throws Exception {
    CountDownLatch open = holdAt("a getSystemInfo");
    bench.submit("a", "1", new Intent.ReadState());
    bench.awaitCall("a getSystemInfo");
    bench.lanes.submit(Bench.host("b"), "2", Bench.target("a", FakeBmcs.GOOD), new Intent.Enrol());
    bench.lanes.submit(
        Bench.host("b"), "3", Bench.target("a", FakeBmcs.GOOD), new Intent.PowerOff());

    assertThat(bench.outcome("2")).isEqualTo(new Outcome.Cancelled());
    open.countDown();
    assertThat(bench.outcome("3")).isEqualTo(new Outcome.PoweredOff());
    assertThat(bench.outcome("1")).isInstanceOf(Outcome.StateRead.class);
  }

  @Test
  void theSameOperationTwiceIsOneOperation() throws Exception {
    CountDownLatch open = holdAt("a getSystemInfo");
    bench.submit("a", "1", new Intent.ReadState());
    bench.submit("a", "1", new Intent.ReadState());
    bench.awaitCall("a getSystemInfo");
    bench.submit("a", "1", new Intent.ReadState());
    open.countDown();

    bench.outcome("1");
    bench.submit("a", "2", new Intent.PowerOff());
    bench.outcome("2");
    assertThat(bench.outcomes("1")).hasSize(1);
  }

  @Test
  void aPowerOffOvertakesWhatWaits() throws Exception {
    CountDownLatch open = holdAt("bmc getSystemInfo");
    bench.settings = new BmcSettings(Duration.ofMinutes(5), 1, Duration.ofMinutes(2));
    lane("x", "1", new Intent.ReadState());
    bench.awaitCall("bmc getSystemInfo");
    lane("y", "2", new Intent.Enrol());
    awaitWaiting("y");
    lane("z", "3", new Intent.PowerOff());
    awaitWaiting("z");
    open.countDown();

    bench.outcome("2");
    assertThat(
            bench.events.stream()
                .filter(BmcEvent.Finished.class::isInstance)
                .map(BmcEvent::operationId))
        .containsExactly("1", "3", "2");
  }

  @Test
  void aCancelDuringAWaitEndsItAndNothingMoreIsSent() {
    bench.submit("a", "1", new Intent.BootFromNetwork(Step.ON));
    bench.awaitCall("a awaitPower ON");
    bench.lanes.cancel(Bench.host("a"));

    assertThat(bench.outcome("1")).isEqualTo(new Outcome.Cancelled());
    assertThat(bench.bmcs.log).endsWith("a awaitPower ON");
    assertThat(bench.lanes.active(Bench.host("a"))).isNull();
  }

  @Test
  void oneSessionServesManyOperationsAndIsClosedWhenIdle() {
    bench.submit("a", "1", new Intent.ReadState());
    bench.outcome("1");
    bench.submit("a", "2", new Intent.ReadState());
    bench.outcome("2");
    assertThat(bench.bmcs.logins).hasValue(1);

    await().until(() -> bench.time.timers() == 1);
    bench.time.advance(Duration.ofMinutes(2));
    bench.awaitCall("a close");
    assertThat(bench.bmcs.openSessions).hasValue(0);
  }

  @Test
  void noMoreOperationsRunThanTheSettingsSay() throws Exception {
    bench.settings = new BmcSettings(Duration.ofMinutes(5), 3, Duration.ofMinutes(2));
    CountDownLatch open = new CountDownLatch(1);
    bench.bmcs.within = line -> hold(open);
    for (int i = 0; i < 10; i++) {
      bench.submit("h" + i, "op-" + i, new Intent.ReadState());
    }
    await().until(() -> bench.bmcs.inFlight.get() == 3);
    open.countDown();
    for (int i = 0; i < 10; i++) {
      bench.outcome("op-" + i);
    }
    assertThat(bench.bmcs.mostInFlight).hasValue(3);
  }

  @Test
  void closingEndsWhatRunsAndClosesEverySession() {
    bench.submit("a", "1", new Intent.ReadState());
    bench.outcome("1");
    bench.submit("b", "2", new Intent.BootFromNetwork(Step.ON));
    bench.awaitCall("b awaitPower ON");
    bench.lanes.close();

    assertThat(bench.outcomes("2")).containsExactly(new Outcome.Cancelled());
    assertThat(bench.bmcs.openSessions).hasValue(0);
    assertThat(bench.bmcs.log).endsWith("closed");
    bench.submit("a", "3", new Intent.ReadState());
    assertThat(bench.bmcs.logins).hasValue(2);
  }

  @Test
  void aNameThatCannotBeResolvedFailsTheOperation() {
    Lanes lanes =
        new Lanes(
            bench.bmcs,
            bench.time,
            () -> bench.settings,
            bench.ledger,
            LaneMetrics.NONE,
            address -> {
              throw new UnknownHostException(address.getHost());
            });
    lanes.listener(bench.events::add);
    lanes.submit(Bench.host("a"), "9", Bench.target("a", "x"), new Intent.Enrol());

    assertThat(bench.outcome("9"))
        .isEqualTo(
            new Outcome.Failed(BmcFailure.UNREACHABLE, "https://a: its name cannot be resolved"));
    lanes.close();
  }

  private void lane(String host, String id, Intent intent) {
    bench.lanes.submit(Bench.host(host), id, Bench.target("bmc", FakeBmcs.GOOD), intent);
  }

  private void awaitWaiting(String host) {
    await().until(() -> bench.lanes.waiting(Bench.host(host)));
  }

  private CountDownLatch holdAt(String line) {
    CountDownLatch open = new CountDownLatch(1);
    bench.bmcs.within =
        now -> {
          if (now.equals(line)) {
            hold(open);
          }
        };
    return open;
  }

  private static void hold(CountDownLatch open) {
    try {
      open.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
