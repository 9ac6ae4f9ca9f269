package io.beskar7.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.it.harness.Beskar7Process;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code beskar7 demo} as a user runs it. */
class DemoIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path directory;
  private int number;

  private record Ended(int code, String out, String err) {
    String all() {
      return "exit code " + code + "\n" + out + "\n" + err;
    }
  }

  @Test
  void oneMachineComesUpAndTheSummarySaysSo() throws Exception {
    Ended demo = demo("--hosts", "1", "--machines", "1");

    assertThat(demo.code()).as(demo.all()).isZero();
    assertThat(demo.out())
        .containsPattern("worker-1 +host-0001 +Provisioned +[0-9.]+ s +[0-9.]+ s +[0-9.]+ s")
        .containsPattern("1 of 1 machines Provisioned on 1 hosts in [0-9.]+ s; seed 1")
        .contains("Next:", "beskar7 demo --keep", "beskar7 up");
    assertThat(demo.err()).as("nothing to complain about").isEmpty();
  }

  @Test
  void oneSeedGivesOneAssignmentAndTheResultIsJson() throws Exception {
    String[] plan = {"--hosts", "4", "--machines", "3", "--seed", "7", "-o", "json"};
    JsonNode first = json(demo(plan));
    JsonNode second = json(demo(plan));

    assertThat(first.path("succeeded").asBoolean()).isTrue();
    assertThat(first.path("provisioned").asInt()).isEqualTo(3);
    assertThat(first.path("seed").asLong()).isEqualTo(7);
    assertThat(first.path("assignments").properties()).hasSize(3);
    assertThat(first.path("assignments"))
        .extracting(JsonNode::asText)
        .doesNotHaveDuplicates()
        .allMatch(host -> host.matches("host-000[1-4]"));
    assertThat(second.path("assignments")).isEqualTo(first.path("assignments"));
    assertThat(first.path("machineSeconds").path("worker-1").fieldNames())
        .toIterable()
        .contains("booted", "reported", "ended");
    assertThat(first.path("apiWritesPerMachine").asDouble()).isPositive();
    assertThat(first.path("reconcilesPerMachine").asDouble()).isPositive();
  }

  @Test
  void aDeadlineThatPassesIsAFailureWithASummary() throws Exception {
    Ended demo = demo("--hosts", "2", "--machines", "1", "--deadline", "1ms");

    assertThat(demo.code()).as(demo.all()).isEqualTo(1);
    assertThat(demo.out())
        .contains("0 of 1 machines Provisioned on 2 hosts", "before the deadline of 1ms");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "--hosts=0 | --hosts is \"0\": must be 1 to 1000",
        "--hosts=2 --machines=3 | --machines is \"3\": must be 0 to 2 (as many as there are hosts)",
        "--deadline=soon | --deadline: \"soon\" is no duration: write numbers with units",
        "--time-scale=0 | --time-scale is \"0.0\": must be 1 to 1000",
        "--hosts=many | --hosts is \"many\": must be a whole number",
        "-o=yaml | --output is \"yaml\": must be table or json",
        "--machine=3 | unknown flag --machine; did you mean --machines?",
      })
  void aBadFlagIsNamedWithItsValueAndWhatIsAllowed(String flags, String message) throws Exception {
    Ended demo = demo(flags.split(" "));

    assertThat(demo.err()).contains(message).doesNotContain("\tat ");
    assertThat(demo.code()).as(demo.all()).isEqualTo(2);
    assertThat(demo.out()).isEmpty();
  }

  private static JsonNode json(Ended demo) throws Exception {
    assertThat(demo.code()).as(demo.all()).isZero();
    return new ObjectMapper().readTree(demo.out());
  }

  private Ended demo(String... flags) throws Exception {
    List<String> arguments = Stream.concat(Stream.of("demo"), Stream.of(flags)).toList();
    try (Beskar7Process process = Beskar7Process.start(directory, "demo-" + number++, arguments)) {
      int code = process.awaitExit(PATIENCE);
      return new Ended(code, process.stdout(), process.stderr());
    }
  }
}
