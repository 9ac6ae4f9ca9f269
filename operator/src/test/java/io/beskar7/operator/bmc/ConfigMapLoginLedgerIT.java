package io.beskar7.operator.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.bmc.LoginRecord;
import io.beskar7.testkit.EmbeddedApiServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigMapLoginLedgerIT {
  @RegisterExtension static final EmbeddedApiServer api = EmbeddedApiServer.bare();

  private static final LoginRecord REFUSED =
      new LoginRecord(2, true, Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  void what_is_recorded_is_there_after_a_restart_and_what_is_forgotten_is_not() {
    String namespace = api.namespace() + "-made";
    try (var ledger = new ConfigMapLoginLedger(api.client(), namespace)) {
      assertThat(ledger.load().toCompletableFuture().join()).isEmpty();
      ledger.record("aa", REFUSED).toCompletableFuture().join();
      ledger.record("bb", REFUSED).toCompletableFuture().join();
      ledger.forget("aa").toCompletableFuture().join();
    }
    try (var again = new ConfigMapLoginLedger(api.client(), namespace)) {
      assertThat(again.load().toCompletableFuture().join()).containsOnlyKeys("bb");
      assertThat(again.load().toCompletableFuture().join().get("bb")).isEqualTo(REFUSED);
    }
  }

  @Test
  void many_records_at_once_take_few_writes_and_two_writers_lose_nothing() {
    try (var one = new ConfigMapLoginLedger(api.client(), api.namespace());
        var two = new ConfigMapLoginLedger(api.client(), api.namespace())) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        all.add(one.record("one" + i, REFUSED).toCompletableFuture());
        all.add(two.record("two" + i, REFUSED).toCompletableFuture());
      }
      all.forEach(CompletableFuture::join);
      assertThat(one.load().toCompletableFuture().join()).hasSize(200);
    }
  }

  @Test
  void a_ledger_that_is_full_forgets_the_oldest() {
    try (var ledger = new ConfigMapLoginLedger(api.client(), "full-" + api.namespace())) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i <= ConfigMapLoginLedger.MOST_RECORDS; i++) {
        LoginRecord record = new LoginRecord(2, true, Instant.ofEpochSecond(1_000_000 + i));
        all.add(ledger.record("%032x".formatted(i), record).toCompletableFuture());
      }
      all.forEach(CompletableFuture::join);
      assertThat(ledger.load().toCompletableFuture().join())
          .hasSize(ConfigMapLoginLedger.MOST_RECORDS)
          .doesNotContainKey("%032x".formatted(0));
    }
  }
}
