package io.beskar7.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.apiserver.EmbeddedApi;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CliTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void flagsWithoutACommandAreTheManagers() {
    assertThat(Cli.withManager(new String[] {"--leader-elect=true", "--kube-api-qps=20"}))
        .containsExactly("manager", "--leader-elect=true", "--kube-api-qps=20");
    assertThat(Cli.withManager(new String[] {"--help"})).containsExactly("--help");
    assertThat(Cli.withManager(new String[] {"--version"})).containsExactly("--version");
    assertThat(Cli.withManager(new String[] {"up", "--data-dir=x"}))
        .containsExactly("up", "--data-dir=x");
    assertThat(Cli.withManager(new String[0])).isEmpty();
  }

  @Test
  void withoutArgumentsTheHelpTeachesTheFirstSteps() {
    assertThat(run()).isZero();
    assertThat(out.toString()).contains("beskar7 demo", "kubectl apply -f examples/rack.yaml");
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "manager", "demo", "sim", "get", "explain"})
  void everyCommandHasHelpWithExamples(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out.toString()).contains("Usage: beskar7 " + command, "Examples:");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theHelpOfTheManagerShowsEverySettingAndWhichHaveNoEffectYet() {
    run("manager", "--help");
    String help = out.toString().replaceAll("\\s+", " ");

    assertThat(help)
        .contains("--leader-elect-lease-duration=DURATION")
        .contains("key leaderElection.leaseDuration")
        .contains("$BESKAR7_LOG_LEVEL")
        .contains("provisioning.maxConcurrentOps 5 1 to 50 BMC operations at once")
        .contains(
            "requests a second to the Kubernetes API. Default 20, range 5 to 100. No effect yet.")
        .contains("hostSelection.algorithm deterministic how a host is chosen (no effect yet)");
  }

  @Test
  void anUnknownFlagIsAnsweredWithTheNearestOne() {
    assertThat(run("manager", "--leader-elct=true")).isEqualTo(2);
    assertThat(err.toString().lines())
        .containsExactly(
            "beskar7: unknown flag --leader-elct; did you mean --leader-elect?",
            "See 'beskar7 manager --help'.");
  }

  @Test
  void anUnknownCommandIsAnsweredWithTheNearestOne() {
    assertThat(run("expalin")).isEqualTo(2);
    assertThat(err.toString()).contains("unknown argument expalin; did you mean explain?");
  }

  @Test
  void aBadChoiceIsAnsweredWithTheChoices() {
    assertThat(run("get", "nodes")).isEqualTo(2);
    assertThat(err.toString()).contains("nodes").contains("hosts, machines, runs");
  }

  @Test
  void aMissingArgumentIsNamed() {
    assertThat(run("explain", "machine")).isEqualTo(2);
    assertThat(err.toString()).contains("NAME");
  }

  @Test
  void aSettingThatIsRefusedEndsTheStartWithEveryProblem() {
    assertThat(run("manager", "--max-concurrent-reconciles=0", "--kube-api-qps=many")).isEqualTo(2);
    assertThat(err.toString().lines().toList())
        .isEqualTo(
            List.of(
                "beskar7: --kube-api-qps is \"many\": must be a whole number from 1 to 1000"
                    + " (documented range 5 to 100)",
                "beskar7: --max-concurrent-reconciles is \"0\": must be a whole number from 1 to"
                    + " 1000 (documented range 1 to 50)"));
  }

  @Test
  void severalActiveReplicasAreRefusedWithTheReason() {
    assertThat(run("manager", "--leader-elect=false")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--leader-elect is \"false\"")
        .contains("not yet fenced between active replicas");
  }

  @Test
  void twoServersOnOneAddressAreRefused() {
    assertThat(run("manager", "--metrics-bind-address=:8082")).isEqualTo(2);
    assertThat(err.toString())
        .contains("--metrics-bind-address :8082 and --boot-bind-address :8082")
        .contains("give one of them another port");
  }

  @Test
  void aSecondUpOnOneDataDirectoryIsRefused(@TempDir Path directory) {
    try (EmbeddedApi first = EmbeddedApi.start(EmbeddedApi.Config.in(directory))) {
      assertThat(run("up", "--data-dir", directory.toString(), "--api-bind-address", "127.0.0.1:0"))
          .isEqualTo(1);
      assertThat(first.url()).startsWith("https://");
    }
    assertThat(err.toString().lines())
        .filteredOn(line -> line.startsWith("beskar7: "))
        .containsExactly(
            "beskar7: data directory %s is in use by another server: stop it or choose another"
                    .formatted(directory)
                + " (--data-dir, --api-bind-address)");
  }

  @Test
  void aKubeconfigThatCannotBeReadIsNamed() {
    assertThat(run("get", "hosts", "--kubeconfig", "/nowhere/config")).isEqualTo(3);
    assertThat(err.toString()).contains("kubeconfig /nowhere/config cannot be read");
  }

  @Test
  void theVersionNamesTheBuildAndTheJava() {
    assertThat(run("version")).isZero();
    assertThat(out.toString()).startsWith("beskar7 ").contains("Java 25");
  }

  private int run(String... args) {
    return Cli.run(args, new PrintWriter(out), new PrintWriter(err), Map.of(), false);
  }
}
