package io.beskar7.apiserver;

import static io.beskar7.apiserver.Wire.DEFINITIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds come, change and go while clients use them. */
class DefinitionTest {
  private static final int BULKY = 25;
  private static final String GEARS = "/apis/example.org/v1/namespaces/default/gears";
  private static final String OLD = GEARS.replace("/v1/", "/v1beta1/");

  @TempDir Path directory;
  private EmbeddedApi api;
  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    api = EmbeddedApi.start(EmbeddedApi.Config.in(directory));
    wire = new Wire(api);
  }

  @AfterEach
  void stop() {
    wire.close();
    api.close();
  }

  private static String definition(String plural, String versions) {
    return """
    {"metadata": {"name": "%1$s.example.org"},
     "spec": {"group": "example.org", "scope": "Namespaced",
      "names": {"plural": "%1$s", "kind": "Kind%1$s"}, "versions": [%2$s]}}
    """
        .formatted(plural, versions);
  }

  private static String version(String name, boolean served, boolean storage, int max) {
    return """
    {"name": "%s", "served": %s, "storage": %s, "schema": {"openAPIV3Schema": {"type": "object",
     "properties": {"spec": {"type": "object", "properties": {"teeth":
     {"type": "integer", "maximum": %d}, "note": {"type": "string"}}}}}}}
    """
        .formatted(name, served, storage, max);
  }

  private static String gear(String name, int teeth) {
    return "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Kindgears\",\"metadata\":{\"name\":\"%s\"},\"spec\":{\"teeth\":%d}}"
        .formatted(name, teeth);
  }

  private JsonNode change(String... versions) throws Exception {
    String patch = "{\"spec\":{\"versions\":[%s]}}".formatted(String.join(",", versions));
    return wire.merge(DEFINITIONS + "/gears.example.org", patch).expect(200).body();
  }

  @Test
  void aKindWhoseDefinitionWasAcknowledgedIsServedAtOnce() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String plural = "gears" + (char) ('a' + i % 20) + (char) ('a' + i / 20);
        all.add(
            threads.submit(
                () -> {
                  useAtOnce(plural);
                  return null;
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    }
  }

  private void useAtOnce(String plural) throws Exception {
    String body = definition(plural, version("v1", true, true, 9));
    JsonNode made = wire.send("POST", DEFINITIONS, body).expect(201).body();
    assertThat(made.at("/status/conditions").toString())
        .contains("{\"type\":\"Established\",\"status\":\"True\"");
    String all = "/apis/example.org/v1/" + plural;
    JsonNode list = wire.get(all).expect(200).body();
    assertThat(list.path("kind").asText()).isEqualTo("Kind" + plural + "List");
    String here = "/apis/example.org/v1/namespaces/default/" + plural;
    String start = list.at("/metadata/resourceVersion").asText();
    try (Stream<JsonNode> watch = wire.watch(all + "?watch=1&resourceVersion=" + start)) {
      String object = gear("a", 3).replace("Kindgears", "Kind" + plural);
      wire.send("POST", here, object).expect(201);
      assertThat(watch.iterator().next().at("/object/metadata/name").asText()).isEqualTo("a");
    }
    assertThat(wire.get("/apis/example.org/v1").text()).contains("\"name\":\"" + plural + "\"");
    assertThat(wire.get("/openapi/v3/apis/example.org/v1").text()).contains("/" + plural + "/");
  }

  @Test
  void whoSeesADefinitionInAWatchCanUseItsKind() throws Exception {
    try (Stream<JsonNode> watch = wire.watch(DEFINITIONS + "?watch=1")) {
      var seen = watch.iterator();
      for (int i = 0; i < 20; i++) {
        String plural = "gears" + (char) ('a' + i);
        Thread.startVirtualThread(() -> post(definition(plural, version("v1", true, true, 9))));
        assertThat(seen.next().at("/object/spec/names/plural").asText()).isEqualTo(plural);
        wire.get("/apis/example.org/v1/" + plural).expect(200);
      }
    }
  }

  private void post(String definition) {
    try {
      wire.send("POST", DEFINITIONS, definition);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anotherSchemaTakesEffectAtOnceAndWatchersComeAgain() throws Exception {
    post(definition("gears", version("v1", true, true, 9)));
    wire.send("POST", GEARS, gear("a", 12)).expect(422);
    wire.send("POST", GEARS, gear("a", 8)).expect(201);
    try (Stream<JsonNode> watch = wire.watch(GEARS + "?watch=1")) {
      change(version("v1", true, true, 20));
      assertThat(watch.toList()).singleElement().asString().contains("\"ADDED\"");
    }
    wire.send("POST", GEARS, gear("b", 12)).expect(201);
    change(version("v1", true, true, 10));
    wire.send("POST", GEARS, gear("c", 12)).expect(422);
    assertThat(wire.get(GEARS + "/b").expect(200).body().at("/spec/teeth").asInt()).isEqualTo(12);
    wire.merge(GEARS + "/b", "{\"spec\":{\"teeth\":11}}").expect(422);
  }

  @Test
  void whatDoesNotChangeTheKindLeavesWatchesAlone() throws Exception {
    post(definition("gears", version("v1", true, true, 9)));
    try (Stream<JsonNode> watch = wire.watch(GEARS + "?watch=1&timeoutSeconds=20")) {
      String label = "{\"metadata\":{\"labels\":{\"a\":\"b\"}}}";
      wire.merge(DEFINITIONS + "/gears.example.org", label).expect(200);
      wire.send("POST", GEARS, gear("a", 3)).expect(201);
      assertThat(watch.iterator().next().at("/object/metadata/name").asText()).isEqualTo("a");
    }
  }

  @Test
  void aVersionThatIsServedNoMoreEndsItsWatchesAndWhatIsStoredGoesOn() throws Exception {
    String v1 = version("v1", true, false, 9);
    post(definition("gears", v1 + "," + version("v1beta1", true, true, 9)));
    wire.send("POST", GEARS, gear("a", 3)).expect(201);
    String start = wire.version(GEARS);
    try (Stream<JsonNode> old = wire.watch(OLD + "?watch=1&resourceVersion=" + start);
        Stream<JsonNode> present = wire.watch(GEARS + "?watch=1&resourceVersion=" + start)) {
      wire.send("POST", GEARS, gear("b", 3)).expect(201);
      JsonNode changed = change(version("v1", true, true, 9), version("v1beta1", false, false, 9));
      assertThat(changed.at("/status/storedVersions").toString()).isEqualTo("[\"v1beta1\",\"v1\"]");
      for (Stream<JsonNode> watch : List.of(old, present)) {
        assertThat(watch.map(event -> event.at("/object/metadata/name").asText()))
            .containsExactly("b");
      }
    }
    wire.get(OLD).expect(404);
    wire.get(OLD + "?watch=1").expect(404);
    wire.get(OLD + "/a").expect(404);
    JsonNode list = wire.get(GEARS).expect(200).body();
    assertThat(list.path("items").findValuesAsText("apiVersion"))
        .containsExactly("example.org/v1", "example.org/v1");
    try (Stream<JsonNode> again = wire.watch(GEARS + "?watch=1&resourceVersion=" + start)) {
      assertThat(again.iterator().next().at("/object/apiVersion").asText())
          .isEqualTo("example.org/v1");
    }
  }

  @Test
  void theEndOfAKindIsToldToItsWatchersBeforeTheyEndHoweverSlowlyTheyRead() throws Exception {
    post(definition("gears", version("v1", true, true, 9)));
    String note = "\"note\":\"" + "x".repeat(500_000) + "\",";
    for (int i = 0; i < BULKY; i++) {
      wire.send("POST", GEARS, gear("g" + i, 3).replace("\"teeth\"", note + "\"teeth\""))
          .expect(201);
    }
    try (Stream<JsonNode> watch = wire.watch(GEARS + "?watch=1")) {
      wire.send("DELETE", DEFINITIONS + "/gears.example.org", "{}").expect(200);
      await().until(() -> wire.get(GEARS).code() == 404);
      List<String> types = watch.map(event -> event.path("type").asText()).toList();
      assertThat(types.subList(0, BULKY)).containsOnly("ADDED");
      assertThat(types.subList(BULKY, types.size())).hasSize(BULKY).containsOnly("DELETED");
    }
  }
}
