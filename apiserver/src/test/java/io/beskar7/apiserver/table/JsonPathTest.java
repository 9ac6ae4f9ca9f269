package io.beskar7.apiserver.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.json.TreeReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPathTest {
  private static final JsonNode OBJECT =
      TreeReader.stored(
          """
          {"metadata":{"labels":{"a.b/c":"dotted"}},"status":{"conditions":[
            {"type":"Ready","status":"True"},{"type":"Paused","status":"False"}],"list":[1,2,3]}}
          """
              .getBytes(StandardCharsets.UTF_8));

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        ".status.conditions[?(@.type==\"Paused\")].status, False",
        ".status.conditions[?(@.type=='Ready')].status, True",
        ".status.conditions[?(@.type!='Ready')].type, Paused",
        ".metadata.labels.a\\.b/c, dotted",
        ".metadata.labels['a.b/c'], dotted",
        ".status.list[1], 2",
        ".status.list[-1], 3",
        "{.status.conditions[0].type}, Ready"
      })
  void pathsOfPrinterColumnsFindTheirValue(String path, String value) {
    assertThat(JsonPath.parse(path).find(OBJECT))
        .extracting(JsonNode::asText)
        .containsExactly(value);
  }

  @Test
  void whatIsMissingIsNothingAndNonsenseIsRefused() {
    assertThat(JsonPath.parse(".spec.none[0].x").find(OBJECT)).isEmpty();
    assertThatThrownBy(() -> JsonPath.parse(".a[")).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "5,5s",
    "119,119s",
    "125,2m5s",
    "600,10m",
    "10800,3h",
    "11100,3h5m",
    "172800,2d",
    "864000,10d"
  })
  void agesReadAsKubectlWritesThem(long seconds, String text) {
    Instant now = Instant.ofEpochSecond(10_000_000);
    assertThat(HumanDuration.between(now.minusSeconds(seconds), now)).isEqualTo(text);
  }
}
