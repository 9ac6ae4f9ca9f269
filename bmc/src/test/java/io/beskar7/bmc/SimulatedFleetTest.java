package io.beskar7.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.domain.bmc.BmcCredentials;
import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.BmcTrust;
import io.beskar7.domain.bmc.HostKey;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.domain.bmc.Step;
import io.beskar7.domain.time.SystemTime;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.client.HttpRedfish;
import io.beskar7.simulator.fault.FaultAction;
import io.beskar7.simulator.fault.FaultRule;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.log.EventType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lanes over real TLS to simulated BMCs; the simulator's log judges. */
class SimulatedFleetTest {
  private static final double SCALE = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Map<String, Outcome> outcomes = new ConcurrentHashMap<>();
  private final VolatileLoginLedger ledger = new VolatileLoginLedger();
  private final SystemTime time = new SystemTime(SCALE);
  private Fleet fleet;
  private Lanes lanes;

  @BeforeEach
  void start() throws IOException {
    fleet =
        Fleet.start(
            FleetConfig.of(8).hostsPerBmc(4).baseAddress("127.31.0.1").port(0).timeScale(SCALE));
    lanes = lanes();
  }

  @AfterEach
  void stop() throws IOException {
    lanes.close();
    fleet.close();
    time.close();
  }

  private Lanes lanes() {
    Lanes started =
        new Lanes(
            new HttpRedfish(() -> RedfishSettings.DEFAULT),
            time,
            () -> BmcSettings.DEFAULT,
            ledger,
            LaneMetrics.NONE);
    started.listener(
        event -> {
          switch (event) {
            case BmcEvent.Started _ -> {}
            case BmcEvent.StepDue due -> started.proceed(due.host(), due.operationId(), due.step());
            case BmcEvent.Finished finished ->
                outcomes.put(finished.operationId(), finished.outcome());
          }
        });
    return started;
  }

  private void submit(SimulatedHost host, String id, Intent intent, String password) {
    lanes.submit(
        new HostKey("default", host.name()),
        id,
        new BmcTarget(
            host.bmcAddress(),
            host.systemId(),
            new BmcCredentials(host.username(), password, "1"),
            new BmcTrust.CaBundle(fleet.caPem())),
        intent);
  }

  private Outcome run(SimulatedHost host, String id, Intent intent) {
    submit(host, id, intent, host.password());
    return outcome(id);
  }

  private Outcome outcome(String id) {
    await().atMost(PATIENCE).until(() -> outcomes.containsKey(id));
    return outcomes.get(id);
  }

  @Test
  void aFleetIsEnrolledBootedAndSwitchedOff() {
    for (SimulatedHost host : fleet.hosts()) {
      submit(host, "enrol-" + host.name(), new Intent.Enrol(), host.password());
    }
    for (SimulatedHost host : fleet.hosts()) {
      assertThat(outcome("enrol-" + host.name()))
          .isInstanceOfSatisfying(
              Outcome.Enrolled.class,
              enrolled -> {
                assertThat(enrolled.power()).isEqualTo(PowerState.OFF);
                assertThat(enrolled.facts().serialNumber()).isEqualTo(host.serial());
                assertThat(enrolled.facts().uuid()).isEqualToIgnoringCase(host.uuid().toString());
                assertThat(enrolled.facts().macAddresses())
                    .containsExactlyInAnyOrderElementsOf(host.macs());
                assertThat(enrolled.facts().pxeSupported()).isTrue();
              });
      submit(host, "boot-" + host.name(), new Intent.BootFromNetwork(Step.OFF), host.password());
    }
    for (SimulatedHost host : fleet.hosts()) {
      assertThat(outcome("boot-" + host.name())).isEqualTo(new Outcome.BootStarted(false));
      submit(host, "off-" + host.name(), new Intent.PowerOff(), host.password());
    }
    for (SimulatedHost host : fleet.hosts()) {
      assertThat(outcome("off-" + host.name())).isEqualTo(new Outcome.PoweredOff());
    }
    lanes.close();

    assertThat(fleet.judge().powerOns().values()).hasSize(8).containsOnly(1L);
    assertThat(fleet.judge().overlaps()).isEmpty();
    assertThat(fleet.judge().leakedSessions()).isEmpty();
    assertThat(fleet.judge().repeatedOns()).isEmpty();
    assertThat(fleet.judge().onsWithoutConfirmedOff()).isEmpty();
    assertThat(
            fleet.judge().events().stream()
                .filter(event -> event.type().equals(EventType.SESSION_OPENED)))
        .as("one session for the four systems of each BMC")
        .hasSize(2);
  }

  @Test
  void aWrongPasswordIsShownTwiceToEachBmcOverARestartToo() {
    for (SimulatedHost host : fleet.hosts()) {
      submit(host, "a-" + host.name(), new Intent.Enrol(), "wrong");
    }
    fleet.hosts().forEach(host -> outcome("a-" + host.name()));
    lanes.close();
    lanes = lanes();
    for (SimulatedHost host : fleet.hosts()) {
      submit(host, "b-" + host.name(), new Intent.Enrol(), "wrong");
    }
    for (SimulatedHost host : fleet.hosts()) {
      assertThat(outcome("b-" + host.name()))
          .isEqualTo(
              new Outcome.Failed(
                  BmcFailure.LOGIN_GUARD,
                  host.bmcAddress()
                      + ": two logins of user admin failed with this Secret, no more are tried"
                      + " until it is changed"));
    }
    assertThat(fleet.judge().failedLogins().values()).containsExactly(2L, 2L);
  }

  @Test
  void anOnWhoseAnswerIsLostIsSeenAndNotRepeated() {
    SimulatedHost host = fleet.hosts().getFirst();
    fleet
        .faults()
        .add(
            FaultRule.always("lost", new FaultAction.Reset(true))
                .at(host.bmcLabel())
                .on("POST", "ComputerSystem.Reset")
                .calls(1, 1));
    assertThat(run(host, "1", new Intent.BootFromNetwork(Step.OFF)))
        .isEqualTo(new Outcome.BootStarted(false));
    assertThat(fleet.judge().powerOns()).containsEntry(host.name(), 1L);
    assertThat(fleet.judge().repeatedOns()).isEmpty();
  }

  @Test
  void aBmcThatResetsEverySecondConnectionStillServes() {
    SimulatedHost host = fleet.hosts().getFirst();
    for (int call = 2; call < 20; call += 4) {
      fleet
          .faults()
          .add(
              FaultRule.always("flaky-" + call, new FaultAction.Reset(false))
                  .at(host.bmcLabel())
                  .on("GET", "Systems")
                  .calls(call, 1));
    }
    assertThat(run(host, "1", new Intent.Enrol())).isInstanceOf(Outcome.Enrolled.class);
    assertThat(run(host, "2", new Intent.BootFromNetwork(Step.OFF)))
        .isEqualTo(new Outcome.BootStarted(false));
  }

  @Test
  void aBmcThatIsDownIsUnreachableAndComesBack() throws IOException {
    SimulatedHost host = fleet.hosts().getFirst();
    host.down();
    assertThat(run(host, "1", new Intent.ReadState()))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.UNREACHABLE,
                host.bmcAddress() + ": it refuses the connection (GET /redfish/v1/)"));
    host.up();
    assertThat(run(host, "2", new Intent.ReadState()))
        .isEqualTo(new Outcome.StateRead(PowerState.OFF, "OK"));
  }

  @Test
  void badBmcsAreToldApart() {
    fault("garbage", 0, new FaultAction.Garbage(), "Systems");
    fault("silence", 4, new FaultAction.Hang(), "Systems");
    SimulatedHost garbage = fleet.hosts().get(0);
    SimulatedHost silent = fleet.hosts().get(4);
    submit(garbage, "garbage", new Intent.Enrol(), garbage.password());
    submit(silent, "silent", new Intent.Enrol(), silent.password());

    assertThat(outcome("garbage"))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.UNEXPECTED_ANSWER,
                garbage.bmcAddress() + ": what it answers is not HTTP (GET /redfish/v1/Systems)"));
    assertThat(outcome("silent"))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.TIMEOUT,
                silent.bmcAddress()
                    + ": it did not answer in full in time (GET /redfish/v1/Systems)"));
  }

  private void fault(String name, int host, FaultAction action, String path) {
    String label = fleet.hosts().get(host).bmcLabel();
    fleet.faults().add(FaultRule.always(name, action).at(label).on("GET", path));
  }

  @Test
  void aCertificateThatIsNotTrustedStopsBeforeThePassword() {
    SimulatedHost host = fleet.hosts().getFirst();
    lanes.submit(
        new HostKey("default", host.name()),
        "1",
        new BmcTarget(
            host.bmcAddress(),
            host.systemId(),
            new BmcCredentials(host.username(), host.password(), "1"),
            new BmcTrust.SystemRoots()),
        new Intent.Enrol());
    assertThat(outcome("1"))
        .isEqualTo(
            new Outcome.Failed(
                BmcFailure.TLS_NOT_TRUSTED,
                host.bmcAddress()
                    + ": its certificate is not signed by a trusted CA (GET /redfish/v1/)"));
    assertThat(fleet.judge().events()).noneMatch(event -> event.type().equals(EventType.LOGIN));
  }

  @Test
  void aFreshSecretOpensAfterTheBmcsPasswordWasChanged() {
    SimulatedHost host = fleet.hosts().getFirst();
    assertThat(run(host, "1", new Intent.ReadState())).isInstanceOf(Outcome.StateRead.class);
    host.setPassword("fresh-pw");
    submit(host, "2", new Intent.ReadState(), "fresh-pw");
    assertThat(outcome("2")).isInstanceOf(Outcome.StateRead.class);
    assertThat(fleet.judge().failedLogins()).isEmpty();
  }

  @Test
  void closingInTheMidstOfBootsEndsThemAndTheirSessions() {
    for (SimulatedHost host : fleet.hosts()) {
      submit(host, host.name(), new Intent.BootFromNetwork(Step.OFF), host.password());
    }
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                fleet.judge().events().stream()
                    .anyMatch(event -> event.type().equals(EventType.POWER_COMMAND)));
    long before = System.nanoTime();
    lanes.close();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
    assertThat(outcomes.keySet())
        .containsExactlyInAnyOrderElementsOf(
            fleet.hosts().stream().map(SimulatedHost::name).toList());
    assertThat(fleet.judge().leakedSessions()).isEmpty();
    assertThat(List.copyOf(outcomes.values())).contains(new Outcome.Cancelled());
  }
}
