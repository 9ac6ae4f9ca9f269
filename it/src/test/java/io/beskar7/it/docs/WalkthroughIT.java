package io.beskar7.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.it.docs.Readme.Step;
import io.beskar7.it.docs.Terminal.Printed;
import io.beskar7.it.harness.Parts;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.log.JudgeLog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's walkthrough, typed as it stands there. */
class WalkthroughIT {
  private static final Path ROOT = Path.of(System.getProperty("beskar7.root"));
  private static final String WATCH = "kubectl get b7m -w";

  @TempDir Path directory;
  private final Map<String, String> printed = new HashMap<>();

  @Test
  void everyCommandOfTheReadmeDoesWhatItSays() throws Exception {
    Parts.needProgram("kubectl");
    List<Step> steps = Readme.steps(ROOT.resolve("README.md"));
    assertThat(steps).extracting(Step::command).startsWith("./beskar7 up", "./beskar7 sim");
    try (Bench bench = Bench.start(directory, ROOT)) {
      for (Step step : steps.subList(2, steps.size())) {
        type(step, bench.terminal());
      }
      assertWhatWasPrinted();
      assertTheHostIsFreeAndOff(bench.terminal());
      assertTheKubeconfigIsForItsOwnerAlone();
      bench.end();
    }
    JudgeLog judge = JudgeLog.read(Bench.fleetLog(directory));
    assertThat(judge.events()).anyMatch(event -> event.type().equals(EventType.SESSION_OPENED));
    assertThat(judge.leakedSessions()).as("sessions left open on BMCs").isEmpty();
    assertThat(judge.imagedTwice()).isEmpty();
  }

  private void type(Step step, Terminal terminal) throws Exception {
    // A watch never ends by itself; what follows it waits for the machine anyhow.
    String command = step.command().equals(WATCH) ? watchUntilProvisioned() : step.command();
    Printed answer = terminal.run(command);
    assertThat(answer.code()).as(answer.toString()).isZero();
    for (String header : step.headers()) {
      assertThat(answer.text().lines().map(WalkthroughIT::words))
          .as(answer.toString())
          .contains(words(header));
    }
    printed.put(step.command(), answer.text());
  }

  private static String watchUntilProvisioned() {
    return "mkfifo watched; "
        + WATCH
        + " > watched & watcher=$!; sed '/^worker-1 .*Provisioned .*True/q' < watched;"
        + " kill $watcher; wait $watcher; true";
  }

  private void assertWhatWasPrinted() {
    assertThat(printed.get(WATCH))
        .containsPattern("worker-1 +Inspecting .*False")
        .containsPattern("worker-1 +Provisioned .*host-000[1-4] +True");
    assertThat(printed.get("kubectl wait b7m/worker-1 --for=condition=Ready --timeout=2m"))
        .contains("worker-1 condition met");
    assertThat(printed.get("kubectl describe b7m worker-1"))
        .contains("HostClaimed", "InspectionStarted", "InspectionComplete", "ProvisioningComplete")
        .containsPattern("Phase: +Provisioned");
    assertThat(printed.get("kubectl explain physicalhost.spec"))
        .containsPattern("KIND: +PhysicalHost")
        .contains("redfishConnection\t<Object>", "cordoned\t<boolean>")
        .contains("keeps new machines off");
    assertThat(
            printed.get("kubectl get events --field-selector reason=HostClaimed").lines().skip(1))
        .isNotEmpty()
        .allMatch(line -> line.isBlank() || line.contains(" HostClaimed "));
    assertThat(printed.get("kubectl get events --field-selector reason=HostClaimed"))
        .contains("beskar7machine/worker-1", "beskar7machine/worker-2");
    assertThat(printed.get("./beskar7 explain machine worker-1"))
        .contains("machine default/worker-1: Provisioned", "boot script served", "phoned home");
  }

  private void assertTheHostIsFreeAndOff(Terminal terminal) throws Exception {
    String host = terminal.run("echo $HOST").text().strip();
    assertThat(host).matches("host-000[1-4]");
    String free =
        "kubectl get ph -o jsonpath='{.items[?(@.status.state==\"Available\")].metadata.name}'";
    assertThat(printed.get(free).strip().split(" ")).hasSize(3).contains(host);
    JsonNode server =
        new ObjectMapper()
            .readTree(terminal.run("./beskar7 sim status " + host + " -o json").text());
    assertThat(server.path("power").asText()).isEqualTo("Off");
    assertThat(server.path("machine").path("imageWrites").asInt()).isEqualTo(1);
    assertThat(printed.get("./beskar7 sim status")).containsPattern(host + " .* Off +OFF");
    assertThat(
            terminal
                .run(
                    "kubectl get b7m -o"
                        + " jsonpath='{.items[?(@.status.phase!=\"Provisioned\")].metadata.name}'")
                .text())
        .as("worker-2 goes on")
        .isBlank();
  }

  private void assertTheKubeconfigIsForItsOwnerAlone() throws Exception {
    Path data = directory.resolve(".beskar7");
    assertThat(permissions(data.resolve("kubeconfig"))).isEqualTo("rw-------");
    assertThat(permissions(data)).isEqualTo("rwx------");
  }

  private static String permissions(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static String words(String line) {
    return line.strip().replaceAll("\\s+", " ");
  }
}
