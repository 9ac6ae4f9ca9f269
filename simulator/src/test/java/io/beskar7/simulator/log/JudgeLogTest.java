package io.beskar7.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every judge is shown a good log and one with the violation it exists for. */
class JudgeLogTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private EventLog log;

  @BeforeEach
  void open() throws IOException {
    InstantSource wall = () -> now = now.plusSeconds(1);
    log = new EventLog(wall, null);
  }

  @Test
  void powerOnsCountOnlyRealOnes() {
    log.add(EventType.POWER_STATE, "host", "a", "from", "Off", "to", "PoweringOn");
    log.add(EventType.POWER_STATE, "host", "a", "from", "PoweringOn", "to", "On");
    log.add(EventType.POWER_STATE, "host", "b", "from", "On", "to", "Off");

    assertThat(log.judge().powerOns()).isEqualTo(Map.of("a", 1L));
  }

  @Test
  void aHostImagedTwiceInOneRunIsFound() {
    imaged("a", "run-1");
    imaged("a", "run-2");
    imaged("b", "run-3");
    assertThat(log.judge().imagedTwice()).isEmpty();

    imaged("a", "run-2");

    assertThat(log.judge().imagedTwice()).containsExactly("a run-2");
    assertThat(log.judge().imageWrites())
        .isEqualTo(Map.of("a", Map.of("run-1", 1L, "run-2", 2L), "b", Map.of("run-3", 1L)));
  }

  @Test
  void overlappingRequestsAtOneBmcAreFound() {
    request("bmc-1", 0, 10, 200);
    request("bmc-1", 10, 20, 200);
    request("bmc-2", 5, 15, 200);
    assertThat(log.judge().overlaps()).isEmpty();

    request("bmc-1", 19, 30, 200);

    assertThat(log.judge().overlaps())
        .singleElement()
        .satisfies(
            overlap -> {
              assertThat(overlap.first().number("beganNanos")).isEqualTo(10);
              assertThat(overlap.second().number("beganNanos")).isEqualTo(19);
            });
  }

  @Test
  void aLongRequestOverlapsAllThatBeginWithinIt() {
    request("bmc-1", 0, 100, 200);
    request("bmc-1", 10, 20, 200);
    request("bmc-1", 30, 40, 200);

    assertThat(log.judge().overlaps()).hasSize(2);
  }

  @Test
  void requestsWithoutAnAnswerDoNotCountAsOverlap() {
    request("bmc-1", 0, 100, 0);
    request("bmc-1", 10, 20, 200);

    assertThat(log.judge().overlaps()).isEmpty();
  }

  @Test
  void aLeakedSessionIsFound() {
    log.add(EventType.SESSION_OPENED, "bmc", "bmc-1", "session", "1");
    log.add(EventType.SESSION_OPENED, "bmc", "bmc-2", "session", "1");
    log.add(EventType.SESSION_CLOSED, "bmc", "bmc-1", "session", "1");

    assertThat(log.judge().leakedSessions()).containsExactly("bmc-2 1");
  }

  @Test
  void failedLoginsAreCountedByBmcAndUser() {
    log.add(EventType.LOGIN_FAILED, "bmc", "bmc-1", "user", "root");
    log.add(EventType.LOGIN_FAILED, "bmc", "bmc-1", "user", "root");
    log.add(EventType.LOGIN, "bmc", "bmc-1", "user", "root");

    assertThat(log.judge().failedLogins()).isEqualTo(Map.of("bmc-1 root", 2L));
  }

  @Test
  void oneOnInEachAttemptIsFine() {
    command("a", "On");
    command("a", "ForceOff");
    command("a", "On");
    override("a");
    command("a", "On");
    command("b", "On");

    assertThat(log.judge().repeatedOns()).isEmpty();
  }

  @Test
  void anOnRepeatedWithinAnAttemptIsFound() {
    command("a", "ForceOff");
    override("a");
    command("a", "On");
    command("b", "ForceOff");
    command("a", "On");

    assertThat(log.judge().repeatedOns())
        .singleElement()
        .satisfies(event -> assertThat(event.seq()).isEqualTo(5));
  }

  @Test
  void anOverrideTheFirmwareHasUsedUpDoesNotBeginAnAttempt() {
    command("a", "On");
    log.add(EventType.BOOT_OVERRIDE, "host", "a", "cause", "used");
    command("a", "On");

    assertThat(log.judge().repeatedOns()).hasSize(1);
  }

  @Test
  void withKnownAttemptsOnsAreJudgedByThem() {
    command("a", "On");
    Instant second = now;
    command("a", "On");
    command("b", "On");

    assertThat(log.judge().repeatedOns("a", List.of(Instant.EPOCH, second.plusMillis(1))))
        .isEmpty();
    assertThat(log.judge().repeatedOns("a", List.of(Instant.EPOCH))).hasSize(1);
  }

  @Test
  void anOnWithoutAConfirmedOffIsFound() {
    log.add(EventType.SYSTEM_READ, "host", "a", "power", "Off");
    command("a", "On");
    assertThat(log.judge().onsWithoutConfirmedOff()).isEmpty();

    log.add(EventType.SYSTEM_READ, "host", "a", "power", "On");
    command("a", "On");

    assertThat(log.judge().onsWithoutConfirmedOff()).hasSize(1);
  }

  private void imaged(String host, String run) {
    log.add(EventType.IMAGE_WRITTEN, "host", host, "run", run);
  }

  private void request(String bmc, long began, long ended, int status) {
    log.add(
        EventType.REQUEST,
        "kind",
        "bmc",
        "bmc",
        bmc,
        "status",
        status,
        "beganNanos",
        began,
        "endedNanos",
        ended);
  }

  private void command(String host, String reset) {
    log.add(EventType.POWER_COMMAND, "host", host, "reset", reset);
  }

  private void override(String host) {
    log.add(EventType.BOOT_OVERRIDE, "host", host, "cause", "patch");
  }
}
