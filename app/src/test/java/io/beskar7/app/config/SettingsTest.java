package io.beskar7.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

  @ParameterizedTest
  @MethodSource("all")
  <T> void everyDefaultIsAcceptedAndWithinItsDocumentedRange(Setting<T> setting) {
    T value = setting.kind().parse(setting.standard());

    assertThat(setting.kind().isDocumented(value)).isTrue();
  }

  @Test
  void noNameIsTakenTwice() {
    assertThat(names(Setting::flag)).doesNotHaveDuplicates();
    assertThat(names(Setting::key)).doesNotHaveDuplicates();
    assertThat(names(Setting::env)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({
    "provisioning.maxConcurrentOps, 5, 1 to 50",
    "provisioning.maxQueueSize, 50, 10 to 500",
    "provisioning.operationTimeout, 5m, 1m to 30m",
    "provisioning.bmcCooldownPeriod, 10s, 1s to 1m",
    "provisioning.workerCount, 3, 1 to 20",
    "hostSelection.retryLimit, 3, 1 to 10",
    "hostSelection.backoffMultiplier, 1.5, 1.0 to 3.0",
    "hostSelection.maxBackoffDelay, 30s, 5s to 5m",
    "bmc.connectionTimeout, 30s, 5s to 2m",
    "bmc.requestTimeout, 60s, 10s to 5m",
    "bmc.maxRetries, 3, 1 to 10",
    "bmc.retryDelay, 5s, 1s to 30s",
    "reconcile.syncPeriod, 30s, 5s to 5m",
    "reconcile.timeout, 5m, 1m to 30m",
    "--max-concurrent-reconciles, 10, 1 to 50",
    "--kube-api-qps, 20, 5 to 100",
    "--kube-api-burst, 30, 10 to 200",
    "--claim-coordinator-lease-duration, 15s, 5s to 1m",
    "--claim-coordinator-renew-deadline, 10s, 3s to 45s",
    "--claim-coordinator-retry-period, 2s, 1s to 10s"
  })
  void defaultsAndRangesAreTheDocumentedOnes(String name, String standard, String range) {
    Setting<?> setting = named(name);

    assertThat(setting.standard()).isEqualTo(standard);
    assertThat(setting.kind().documented()).isEqualTo(range);
  }

  @ParameterizedTest
  @CsvSource({
    "--leader-elect, true",
    "--leader-elect-lease-duration, 15s",
    "--leader-elect-renew-deadline, 10s",
    "--leader-elect-retry-period, 2s",
    "--leader-elect-release-on-cancel, true",
    "--leader-elect-resource-namespace, auto",
    "--enable-claim-coordinator-leader-election, false",
    "--metrics-bind-address, :8080",
    "--health-probe-bind-address, :8081",
    "--enable-pprof, false",
    "--pprof-bind-address, :8083",
    "--enable-security-monitoring, true",
    "hostSelection.algorithm, deterministic",
    "provisioning.retryAttempts, 3",
    "provisioning.exponentialBackoff, true",
    "provisioning.maxRetryDelay, 60s",
    "metrics.interval, 30s",
    "log.stacktraceLevel, error",
    "log.timeEncoding, iso8601"
  })
  void everyDocumentedNameIsInTheTable(String name, String standard) {
    assertThat(named(name).standard()).isEqualTo(standard);
  }

  static List<Setting<?>> all() {
    return Settings.all();
  }

  private static Setting<?> named(String name) {
    return Settings.all().stream()
        .filter(s -> name.equals(s.flag()) || name.equals(s.key()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no setting " + name));
  }

  private static Stream<String> names(Function<Setting<?>, String> name) {
    return Settings.all().stream().map(name).filter(Objects::nonNull);
  }
}
