package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.redfish.client.HttpRedfish;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client against a BMC that somebody else wrote. */
class SimulatorTest {
  private static final double SCALE = 20;

  private final HttpRedfish redfish = new HttpRedfish(() -> RedfishSettings.DEFAULT);
  private final Pace pace = new RealPace(Instant.now().plus(Duration.ofSeconds(60)));
  private Fleet fleet;

  /** Real time, in which durations are divided by the scale. */
  private record RealPace(Instant limit) implements Pace {
    @Override
    public Instant now() {
      return Instant.now();
    }

    @Override
    public Duration scaled(Duration nominal) {
      return Duration.ofNanos(Math.round(nominal.toNanos() / SCALE));
    }

    @Override
    public boolean givenUp() {
      return false;
    }

    @Override
    public boolean pause(Duration nominal) {
      try {
        return !new CountDownLatch(1).await(scaled(nominal).toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    fleet =
        Fleet.start(
            FleetConfig.of(4).hostsPerBmc(4).baseAddress("127.32.0.1").port(0).timeScale(SCALE));
  }

  @AfterEach
  void stop() throws IOException {
    redfish.close();
    fleet.close();
  }

  private Result<RedfishClient> connect(String password) {
    SimulatedHost host = fleet.hosts().getFirst();
    Target target =
        new Target(host.bmcAddress(), host.username(), password, new Trust.CaBundle(fleet.caPem()));
    return redfish.connect(target, LoginGate.OPEN, pace);
  }

  private RedfishClient client() {
    return Fixture.value(connect(fleet.hosts().getFirst().password()));
  }

  @Test
  void oneSessionReachesEverySystemBehindTheBmc() {
    RedfishClient client = client();
    for (SimulatedHost host : fleet.hosts()) {
      SystemInfo info = Fixture.value(client.system(host.systemId(), pace).getSystemInfo());
      assertThat(info.serialNumber()).isEqualTo(host.serial());
      assertThat(info.pxeSupported()).isTrue();
    }
    client.close(pace);
    assertThat(fleet.judge().leakedSessions()).isEmpty();
    assertThat(fleet.judge().overlaps()).isEmpty();
  }

  @Test
  void aNetworkBootAndItsEndAreConfirmed() {
    SimulatedHost host = fleet.hosts().getLast();
    RedfishSystem system = client().system(host.systemId(), pace);
    assertThat(Fixture.value(system.getPowerState())).isEqualTo(Power.OFF);
    assertThat(Fixture.value(system.setBootSourcePXE()).persistent()).isFalse();
    assertThat(Fixture.value(system.setPowerState(PowerRequest.ON))).isEqualTo(Power.ON);
    assertThat(Fixture.value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
    assertThat(Fixture.value(system.clearBootOverride())).isEqualTo(Power.OFF);
    assertThat(Fixture.value(system.reset())).isEqualTo(new Restart(true));
    assertThat(fleet.judge().powerOns()).containsOnlyKeys(host.name()).containsValue(2L);
    assertThat(fleet.judge().repeatedOns()).isEmpty();
  }

  @Test
  void theNetworkAddressesAreThoseOfTheHardware() {
    SimulatedHost host = fleet.hosts().get(1);
    NetworkAddresses addresses =
        Fixture.value(client().system(host.systemId(), pace).getNetworkAddresses());
    assertThat(addresses.macAddresses()).containsExactlyInAnyOrderElementsOf(host.macs());
    assertThat(addresses.gaps()).isEmpty();
  }

  @Test
  void severalSystemsWithoutAnIdAreNotChosenFrom() {
    Result<Power> power = client().system(null, pace).getPowerState();
    assertThat(((Result.Failed<Power>) power).problem().cause()).isEqualTo(Cause.AMBIGUOUS_SYSTEM);
    for (SimulatedHost host : fleet.hosts()) {
      assertThat(((Result.Failed<Power>) power).problem().message()).contains(host.systemId());
    }
  }

  @Test
  void aWrongPasswordIsShownOnce() {
    assertThat(((Result.Failed<?>) connect("wrong")).problem().cause())
        .isEqualTo(Cause.CREDENTIALS_REFUSED);
    assertThat(fleet.judge().failedLogins().values()).containsExactly(1L);
  }
}
