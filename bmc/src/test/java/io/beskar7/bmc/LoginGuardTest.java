package io.beskar7.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.bmc.BmcCredentials;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.BmcTrust;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.Problem;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class LoginGuardTest {
  private static final LaneKey LANE = new LaneKey("192.0.2.7", 443);

  private final VirtualTime time = new VirtualTime();
  private final VolatileLoginLedger ledger = new VolatileLoginLedger();

  private LoginGate gate(LoginLedger kept, String version) {
    return new LoginGuard(kept, time, LaneMetrics.NONE)
        .gate(LANE, "https://bmc", new BmcCredentials("admin", "pw", version));
  }

  @Test
  void fourHostsBehindOneBmcWithAWrongPasswordAreTwoLoginsInAll() {
    FakeBmcs bmcs = new FakeBmcs();
    try (Bench bench = new Bench(bmcs, ledger, name -> "192.0.2.7")) {
      for (String host : List.of("a", "b", "c", "d")) {
        bench.lanes.submit(Bench.host(host), host, Bench.target(host, "wrong"), new Intent.Enrol());
      }
      for (String host : List.of("a", "b", "c", "d")) {
        bench.outcome(host);
      }
      assertThat(bmcs.refused).hasValue(2);
      assertThat(
              List.of("a", "b", "c", "d").stream()
                  .map(host -> ((Outcome.Failed) bench.outcome(host)).cause()))
          .containsExactlyInAnyOrder(
              BmcFailure.CREDENTIALS_REFUSED,
              BmcFailure.CREDENTIALS_REFUSED,
              BmcFailure.LOGIN_GUARD,
              BmcFailure.LOGIN_GUARD);
    }
  }

  @Test
  void aRestartDoesNotForgetWhatWasTried() {
    for (int restart = 0; restart < 4; restart++) {
      try (Bench bench = new Bench(new FakeBmcs(), ledger, name -> name)) {
        bench.lanes.submit(Bench.host("a"), "1", Bench.target("a", "wrong"), new Intent.Enrol());
        Outcome outcome = bench.outcome("1");
        assertThat(outcome)
            .isEqualTo(
                restart < 2
                    ? new Outcome.Failed(BmcFailure.CREDENTIALS_REFUSED, "refused")
                    : new Outcome.Failed(
                        BmcFailure.LOGIN_GUARD,
                        "https://a: two logins of user admin failed with this Secret, no more are"
                            + " tried until it is changed"));
        assertThat(bench.bmcs.refused).hasValue(restart < 2 ? 1 : 0);
      }
    }
  }

  @Test
  void aCorrectedSecretStartsAnew() {
    try (Bench bench = new Bench(new FakeBmcs(), ledger, name -> name)) {
      for (String id : List.of("1", "2", "3")) {
        bench.lanes.submit(Bench.host("a"), id, Bench.target("a", "wrong"), new Intent.Enrol());
        bench.outcome(id);
      }
      BmcTarget corrected =
          new BmcTarget(
              URI.create("https://a"),
              null,
              new BmcCredentials("admin", FakeBmcs.GOOD, "uid/2"),
              new BmcTrust.Insecure());
      bench.lanes.submit(Bench.host("a"), "4", corrected, new Intent.Enrol());
      assertThat(bench.outcome("4")).isInstanceOf(Outcome.Enrolled.class);
    }
  }

  @Test
  void anAttemptIsOnRecordBeforeItIsSent() {
    CompletableFuture<Void> written = new CompletableFuture<>();
    LoginLedger slow =
        new LoginLedger() {
          @Override
          public CompletionStage<Map<String, LoginRecord>> load() {
            return CompletableFuture.completedFuture(Map.of());
          }

          @Override
          public CompletionStage<Void> record(String key, LoginRecord record) {
            return written;
          }

          @Override
          public CompletionStage<Void> forget(String key) {
            return written;
          }
        };
    LoginGate gate = gate(slow, "1");
    CompletableFuture<Optional<Problem>> admitted = CompletableFuture.supplyAsync(gate::admit);
    assertThat(admitted).isNotDone();
    written.complete(null);
    assertThat(admitted.join()).isEmpty();
  }

  @Test
  void whatCannotBePutOnRecordIsNotSent() {
    LoginLedger broken =
        new LoginLedger() {
          @Override
          public CompletionStage<Map<String, LoginRecord>> load() {
            return CompletableFuture.completedFuture(Map.of());
          }

          @Override
          public CompletionStage<Void> record(String key, LoginRecord record) {
            return CompletableFuture.failedFuture(new IllegalStateException("disk full"));
          }

          @Override
          public CompletionStage<Void> forget(String key) {
            return record(key, new LoginRecord(0, false, Instant.EPOCH));
          }
        };
    LoginGate gate = gate(broken, "1");
    for (int i = 0; i < 3; i++) {
      assertThat(gate.admit())
          .contains(
              new Problem(
                  Cause.NOT_READY,
                  "https://bmc: the login cannot be put on record, so it is not sent"));
    }
  }

  @Test
  void aGoodLoginForgetsTheFailedOnes() {
    LoginGate gate = gate(ledger, "1");
    for (int i = 0; i < 10; i++) {
      assertThat(gate.admit()).isEmpty();
      gate.refused();
      assertThat(gate.admit()).isEmpty();
      gate.accepted();
    }
    assertThat(ledger.load().toCompletableFuture().join()).isEmpty();
  }

  @Test
  void anAnswerThatJudgesNothingDoesNotCount() {
    LoginGate gate = gate(ledger, "1");
    assertThat(gate.admit()).isEmpty();
    gate.refused();
    for (int i = 0; i < 10; i++) {
      assertThat(gate.admit()).isEmpty();
      gate.notJudged();
    }
    assertThat(ledger.load().toCompletableFuture().join().values())
        .extracting(LoginRecord::attempts)
        .containsExactly(1);
  }

  @Test
  void lostAnswersBlockForAWhileOnly() {
    assertThat(gate(ledger, "1").admit()).isEmpty();
    assertThat(gate(ledger, "1").admit()).isEmpty();
    assertThat(gate(ledger, "1").admit())
        .contains(
            new Problem(
                Cause.NOT_READY,
                "https://bmc: two logins got no answer, the next one waits for a while"));

    time.advance(Duration.ofMinutes(10));
    assertThat(gate(ledger, "1").admit()).isEmpty();
  }

  @Test
  void aRefusalAndALostAnswerTogetherBlockForGood() {
    LoginGate gate = gate(ledger, "1");
    assertThat(gate.admit()).isEmpty();
    gate.refused();
    assertThat(gate.admit()).isEmpty();
    time.advance(Duration.ofDays(9));
    assertThat(gate(ledger, "1").admit().orElseThrow().cause()).isEqualTo(Cause.LOGIN_BLOCKED);
    assertThat(gate(ledger, "2").admit()).isEmpty();
  }

  @Test
  void aRecordSurvivesItsLine() {
    LoginRecord record = new LoginRecord(2, true, Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(LoginRecord.decode(record.encode())).contains(record);
    assertThat(record.encode()).isEqualTo("2 refused 2030-01-01T00:00:00Z");
    for (String bad :
        List.of("", "2", "x refused 2030-01-01T00:00:00Z", "2 maybe now", "2 lost z")) {
      assertThat(LoginRecord.decode(bad)).isEmpty();
    }
  }
}
