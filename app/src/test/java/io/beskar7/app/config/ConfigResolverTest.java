package io.beskar7.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigResolverTest {
  private static final Map<String, String> NOTHING = Map.of();

  @Test
  void everySettingHasItsDocumentedDefaultWhenNothingIsGiven() {
    Config config = resolve(NOTHING, NOTHING, NOTHING);

    assertThat(config.get(ElectionSettings.LEADER_ELECT)).isTrue();
    assertThat(config.get(ElectionSettings.LEASE_DURATION)).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.get(ElectionSettings.RENEW_DEADLINE)).isEqualTo(Duration.ofSeconds(10));
    assertThat(config.get(ElectionSettings.RETRY_PERIOD)).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.get(TuningSettings.MAX_CONCURRENT_RECONCILES)).isEqualTo(10);
    assertThat(config.get(ProvisioningSettings.MAX_CONCURRENT_OPS)).isEqualTo(5);
    assertThat(config.get(ServerSettings.METRICS_BIND_ADDRESS)).hasToString(":8080");
    assertThat(config.get(ServerSettings.NAMESPACE)).isEqualTo("beskar7-system");
    assertThat(config.warnings()).isEmpty();
    assertThat(config.source(LogSettings.LEVEL)).isEqualTo(Source.STANDARD);
  }

  @Test
  void aFlagGoesBeforeAVariableBeforeAKeyBeforeTheDefault() {
    Map<String, String> flags = Map.of("--log-level", "error");
    Map<String, String> env = Map.of("BESKAR7_LOG_LEVEL", "debug");
    Map<String, String> keys = Map.of("log.level", "warn");

    assertThat(resolve(flags, env, keys).get(LogSettings.LEVEL)).isEqualTo("error");
    assertThat(resolve(NOTHING, env, keys).get(LogSettings.LEVEL)).isEqualTo("debug");
    assertThat(resolve(NOTHING, NOTHING, keys).get(LogSettings.LEVEL)).isEqualTo("warn");
    assertThat(resolve(NOTHING, NOTHING, NOTHING).get(LogSettings.LEVEL)).isEqualTo("info");
  }

  @Test
  void anEmptyVariableCountsAsAbsent() {
    Map<String, String> env = Map.of("POD_NAMESPACE", "");

    assertThat(resolve(NOTHING, env, NOTHING).get(ServerSettings.NAMESPACE))
        .isEqualTo("beskar7-system");
  }

  @Test
  void aFlagOutOfItsBoundsIsRefusedWithValueAndWhatIsAllowed() {
    assertRefused(
        Map.of("--max-concurrent-reconciles", "1001"),
        "--max-concurrent-reconciles is \"1001\": must be a whole number from 1 to 1000"
            + " (documented range 1 to 50)");
    assertRefused(
        Map.of("--leader-elect", "maybe"), "--leader-elect is \"maybe\": must be true or false");
    assertRefused(
        Map.of("--metrics-bind-address", "8080"),
        "--metrics-bind-address is \"8080\": must be host:port or :port, with a port from 0 (any"
            + " free one) to 65535");
    assertRefused(
        Map.of("--claim-coordinator-retry-period", "2"),
        "--claim-coordinator-retry-period is \"2\": must be a duration such as 30s, 5m or 1h, from"
            + " 100ms to 24h (documented range 1s to 10s)");
  }

  @Test
  void aVariableOutOfItsWordsIsRefused() {
    assertThatThrownBy(() -> resolve(NOTHING, Map.of("BESKAR7_LOG_LEVEL", "loud"), NOTHING))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "environment variable BESKAR7_LOG_LEVEL is \"loud\": must be one of trace, debug,"
                + " info, warn, error");
  }

  @Test
  void everyProblemIsNamedNotOnlyTheFirst() {
    Map<String, String> flags = Map.of("--kube-api-qps", "x", "--time-scale", "0.5");

    assertThatThrownBy(() -> resolve(flags, NOTHING, NOTHING))
        .hasMessageContaining("--kube-api-qps is \"x\"")
        .hasMessageContaining("--time-scale is \"0.5\": must be a number from 1.0 to 1000.0");
  }

  @Test
  void aValueOutOfTheDocumentedRangeIsTakenWithAWarning() {
    Config config = resolve(NOTHING, NOTHING, Map.of("provisioning.maxConcurrentOps", "80"));

    assertThat(config.get(ProvisioningSettings.MAX_CONCURRENT_OPS)).isEqualTo(80);
    assertThat(config.warnings())
        .containsExactly(
            "ConfigMap beskar7-config key provisioning.maxConcurrentOps is 80: outside the"
                + " documented range 1 to 50");
  }

  @Test
  void aBadKeyIsIgnoredWithAWarningAndTheDefaultStays() {
    Config config = resolve(NOTHING, NOTHING, Map.of("provisioning.maxConcurrentOps", "many"));

    assertThat(config.get(ProvisioningSettings.MAX_CONCURRENT_OPS)).isEqualTo(5);
    assertThat(config.warnings())
        .containsExactly(
            "ConfigMap beskar7-config key provisioning.maxConcurrentOps is \"many\": must be a"
                + " whole number from 1 to 1000 (documented range 1 to 50); it is ignored, 5 stays"
                + " in effect");
  }

  @Test
  void anUnknownKeyIsNamedWithTheNearestOne() {
    Config config = resolve(NOTHING, NOTHING, Map.of("provisioning.maxConcurentOps", "7"));

    assertThat(config.warnings())
        .containsExactly(
            "ConfigMap beskar7-config key provisioning.maxConcurentOps is unknown and ignored: did"
                + " you mean provisioning.maxConcurrentOps?");
  }

  @Test
  void timingsThatWouldAllowTwoLeadersAreRefused() {
    assertRefused(
        Map.of("--leader-elect-renew-deadline", "15s"),
        "leader election needs retry period < renew deadline < lease duration, but"
            + " --leader-elect-retry-period is 2s, --leader-elect-renew-deadline is 15s and"
            + " --leader-elect-lease-duration is 15s");
    assertRefused(
        Map.of("--leader-elect-retry-period", "10s"),
        "leader election needs retry period < renew deadline < lease duration, but"
            + " --leader-elect-retry-period is 10s, --leader-elect-renew-deadline is 10s and"
            + " --leader-elect-lease-duration is 15s");
  }

  @Test
  void timingsOfTheConfigMapThatDoNotFitAreAllIgnored() {
    Map<String, String> keys =
        Map.of("leaderElection.leaseDuration", "9s", "leaderElection.retryPeriod", "1s");

    Config config = resolve(NOTHING, NOTHING, keys);

    assertThat(config.get(ElectionSettings.LEASE_DURATION)).isEqualTo(Duration.ofSeconds(15));
    assertThat(config.get(ElectionSettings.RETRY_PERIOD)).isEqualTo(Duration.ofSeconds(2));
    assertThat(config.warnings())
        .singleElement()
        .asString()
        .endsWith("; the keys leaderElection.* are ignored");
  }

  private static void assertRefused(Map<String, String> flags, String message) {
    assertThatThrownBy(() -> resolve(flags, NOTHING, NOTHING))
        .isInstanceOf(ConfigException.class)
        .hasMessage(message);
  }

  private static Config resolve(
      Map<String, String> flags, Map<String, String> env, Map<String, String> keys) {
    return new ConfigResolver(flags, env).resolve(keys);
  }
}
