package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.redfish.client.HttpRedfish;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake BMC and a client of it. */
abstract class Fixture {
  static final Trust TRUST = new Trust.CaBundle(TestPki.GOOD.pem());
  static final RedfishSettings SETTINGS =
      new RedfishSettings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          3,
          Duration.ofSeconds(1),
          Duration.ofSeconds(120),
          Duration.ofSeconds(120),
          Duration.ofSeconds(300),
          1 << 20);

  FakeBmc bmc;
  RedfishSettings settings = SETTINGS;
  final HttpRedfish redfish = new HttpRedfish(() -> settings);
  final TestPace pace = new TestPace();

  @BeforeEach
  void start() throws IOException {
    bmc = new FakeBmc();
  }

  @AfterEach
  void stop() throws IOException {
    redfish.close();
    bmc.close();
  }

  Target target() {
    return new Target(bmc.address(), "admin", FakeBmc.PASSWORD, TRUST);
  }

  Result<RedfishClient> connect() {
    return redfish.connect(target(), LoginGate.OPEN, pace);
  }

  RedfishClient client() {
    return value(connect());
  }

  RedfishSystem system() {
    return client().system(null, pace);
  }

  static <T> T value(Result<T> result) {
    assertThat(result).isInstanceOf(Result.Ok.class);
    return ((Result.Ok<T>) result).value();
  }

  /** The message with the address, which differs from run to run, written as BMC. */
  Problem problem(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Failed.class);
    Problem problem = ((Result.Failed<?>) result).problem();
    assertThat(problem.message()).doesNotContain(FakeBmc.PASSWORD).doesNotContain("token-");
    return new Problem(problem.cause(), problem.message().replace(bmc.address().toString(), "BMC"));
  }

  void assertProblem(Result<?> result, Cause cause, String message) {
    assertThat(problem(result)).isEqualTo(new Problem(cause, message));
  }
}
