package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.CONNECTION;
import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wrong password must never lock an account, however many hosts stand behind one BMC. */
class LoginIT {
  @TempDir Path directory;

  @Test
  void aWrongPasswordIsShownAtMostTwiceEvenWithFourHostsAndARestartAndItsCorrectionIsTaken()
      throws Exception {
    FleetConfig fleet = FleetConfig.of(4).hostsPerBmc(4);
    try (Bench bench = Bench.start(directory, fleet, Map.of())) {
      List<SimulatedHost> servers = bench.rack.fleet().hosts();
      String right = servers.getFirst().password();
      bench.editSecret("bmc", secret -> secret.addToStringData("password", "guess"));
      servers.forEach(server -> bench.apply(server, host -> {}));

      bench.rack.awaitHosts(HostState.ERROR, 4);
      servers.forEach(server -> assertRefusedOrStopped(bench, server));
      assertThat(refused(bench)).isEqualTo(2);

      bench.rack.restart();
      String stopped = "False/LoginsStopped/" + stopped(servers.getFirst());
      servers.forEach(server -> bench.says(server, CONNECTION, stopped));
      servers.forEach(server -> bench.says(server, READY, stopped));
      assertThat(refused(bench)).isEqualTo(2);

      bench.editSecret("bmc", secret -> secret.addToStringData("password", right));
      bench.rack.awaitHosts(HostState.AVAILABLE, 4);
      servers.forEach(server -> bench.says(server, CONNECTION, "True/Connected/"));
      assertThat(refused(bench)).isEqualTo(2);
    }
  }

  private static void assertRefusedOrStopped(Bench bench, SimulatedHost server) {
    assertThat(Rack.condition(bench.rack.host(server.name()), CONNECTION))
        .isIn(
            "False/CredentialsRefused/%s: the login of user admin was refused: correct username and password in the credentials Secret"
                .formatted(server.bmcAddress()),
            "False/LoginsStopped/" + stopped(server));
  }

  private static String stopped(SimulatedHost server) {
    return server.bmcAddress()
        + ": two logins of user admin failed with this Secret, no more are tried until it is"
        + " changed: correct username and password in the credentials Secret";
  }

  private static long refused(Bench bench) {
    return bench.rack.fleet().judge().failedLogins().values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
