package io.beskar7.apiserver;

import static io.beskar7.apiserver.Wire.MAPS;
import static io.beskar7.apiserver.Wire.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.store.Store;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
  private static final int MANY = 300;
  private static final String WATCH = MAPS + "?watch=1&timeoutSeconds=20";

  @TempDir Path directory;
  private EmbeddedApi api;
  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    start(Store.Settings.standard());
  }

  private void start(Store.Settings settings) throws Exception {
    api = EmbeddedApi.start(EmbeddedApi.Config.in(directory), InstantSource.system(), settings);
    wire = new Wire(api);
  }

  @AfterEach
  void stop() {
    wire.close();
    api.close();
  }

  private void restart(Store.Settings settings) throws Exception {
    stop();
    start(settings);
  }

  private String create(String name, String value) throws Exception {
    JsonNode made = wire.send("POST", MAPS, map(name, value)).expect(201).body();
    return made.at("/metadata/resourceVersion").asText();
  }

  @Test
  void aVersionFromBeforeTheLastChangesThatAreKeptHasExpiredForWatchesListsAndPages()
      throws Exception {
    String first = create("a", "1");
    create("b", "1");
    String page = wire.get(MAPS + "?limit=1").body().at("/metadata/continue").asText();
    restart(Store.Settings.standard());
    create("c", "1");

    try (Stream<JsonNode> events = wire.watch(WATCH + "&resourceVersion=" + first)) {
      assertThat(events.toList())
          .singleElement()
          .satisfies(
              event -> {
                assertThat(event.path("type").asText()).isEqualTo("ERROR");
                assertThat(event.at("/object/kind").asText()).isEqualTo("Status");
                assertExpired(event.path("object"), "too old resource version: " + first + " (");
              });
    }
    String exact = "?resourceVersionMatch=Exact&resourceVersion=" + first;
    assertExpired(wire.get(MAPS + exact).expect(410).body(), "The resourceVersion for");
    String next = "?limit=1&continue=" + page;
    assertExpired(wire.get(MAPS + next).expect(410).body(), "The provided continue parameter");
  }

  private static void assertExpired(JsonNode status, String message) {
    assertThat(status.path("code").asInt()).isEqualTo(410);
    assertThat(status.path("reason").asText()).isEqualTo("Expired");
    assertThat(status.path("message").asText()).startsWith(message);
  }

  @Test
  void aWatchGoesOnAfterARestartFromTheVersionItSawLast() throws Exception {
    String last = create("a", "1");
    restart(Store.Settings.standard());
    try (Stream<JsonNode> events = wire.watch(WATCH + "&resourceVersion=" + last)) {
      create("b", "1");
      assertThat(name(events.iterator().next())).isEqualTo("b");
    }
  }

  @Test
  void everyKindIsListedAndWatchedFromTheFirstMomentAfterAStart() throws Exception {
    String definition =
        """
        {"metadata": {"name": "gears.example.org"}, "spec": {"group": "example.org",
         "scope": "Namespaced", "names": {"plural": "gears", "kind": "Gear"}, "versions":
         [{"name": "v1", "served": true, "storage": true,
           "schema": {"openAPIV3Schema": {"type": "object"}}}]}}
        """;
    wire.send("POST", Wire.DEFINITIONS, definition).expect(201);
    restart(Store.Settings.standard());

    List<String> kinds = kinds();
    assertThat(kinds)
        .contains("/apis/example.org/v1/gears", "/api/v1/secrets", Wire.DEFINITIONS)
        .hasSizeGreaterThan(6);
    for (String kind : kinds) {
      String version = wire.version(kind);
      assertThat(version).isEqualTo(wire.version(MAPS));
      wire.watch(kind + "?watch=1&resourceVersion=" + version).close();
    }
    String gear =
        "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Gear\",\"metadata\":{\"name\":\"g\"}}";
    try (Stream<JsonNode> events = wire.watch("/apis/example.org/v1/gears?watch=1")) {
      wire.send("POST", "/apis/example.org/v1/namespaces/default/gears", gear).expect(201);
      assertThat(name(events.iterator().next())).isEqualTo("g");
    }
  }

  /** Paths of all that discovery names as fit to be listed and watched. */
  private List<String> kinds() throws Exception {
    List<String> groups = new ArrayList<>(List.of("/api/v1"));
    for (JsonNode group : wire.get("/apis").expect(200).body().path("groups")) {
      groups.add("/apis/" + group.at("/preferredVersion/groupVersion").asText());
    }
    List<String> kinds = new ArrayList<>();
    for (String group : groups) {
      for (JsonNode kind : wire.get(group).expect(200).body().path("resources")) {
        if (kind.path("verbs").toString().contains("\"watch\"")) {
          kinds.add(group + "/" + kind.path("name").asText());
        }
      }
    }
    return kinds;
  }

  private static String name(JsonNode event) {
    return event.at("/object/metadata/name").asText();
  }

  @Test
  void aVersionFromTheFutureIsRefusedAtOnceInsteadOfWaitingForIt() throws Exception {
    try (Stream<JsonNode> events = wire.watch(WATCH + "&resourceVersion=4000000")) {
      assertThat(events.toList())
          .singleElement()
          .satisfies(e -> assertExpired(e.path("object"), "too large resource version: 4000000,"));
    }
    create("a", "1");
    for (String path : List.of(MAPS, MAPS + "/a")) {
      JsonNode status = wire.get(path + "?resourceVersion=4000000").expect(504).body();
      assertThat(status.path("message").asText())
          .startsWith("Timeout: Too large resource version: 4000000, current: ");
    }
  }

  @Test
  void hundredsOfWatchesLeaveTheServerToOthers() throws Exception {
    List<Stream<JsonNode>> watches = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      watches.add(wire.watch(WATCH));
    }
    create("a", "1");
    for (Stream<JsonNode> watch : watches) {
      assertThat(name(watch.iterator().next())).isEqualTo("a");
      watch.close();
    }
  }

  @Test
  void whoReadsTooSlowlyGetsEveryChangeUpToTheErrorThatEndsTheWatch() throws Exception {
    restart(new Store.Settings("FULL", 1L << 30, 16L << 20, 5, 64L << 20));
    List<Integer> seen = new ArrayList<>();
    try (Stream<JsonNode> events = wire.watch(WATCH + "&resourceVersion=" + wire.version(MAPS))) {
      for (int i = 0; i < 80; i++) {
        create("m" + i, "x".repeat(500_000));
      }
      Iterator<JsonNode> read = events.iterator();
      JsonNode event = read.next();
      while (!event.path("type").asText().equals("ERROR")) {
        seen.add(Integer.valueOf(name(event).substring(1)));
        event = read.next();
      }
      assertExpired(event.path("object"), "too old resource version: ");
      assertThat(read.hasNext()).isFalse();
    }
    assertThat(seen).hasSizeBetween(1, 79);
    for (int i = 0; i < seen.size(); i++) {
      assertThat(seen.get(i)).isEqualTo(i);
    }
  }

  @Test
  void aWatchThatMayHaveBookmarksEndsWithOne() throws Exception {
    String start = create("a", "1");
    wire.send("POST", "/api/v1/namespaces/default/secrets", map("s", "")).expect(201);
    String query = MAPS + "?watch=1&timeoutSeconds=1&resourceVersion=" + start;
    try (Stream<JsonNode> events = wire.watch(query + "&allowWatchBookmarks=true")) {
      JsonNode bookmark = events.toList().getLast();
      assertThat(bookmark.path("type").asText()).isEqualTo("BOOKMARK");
      assertThat(bookmark.at("/object/kind").asText()).isEqualTo("ConfigMap");
      assertThat(bookmark.at("/object/metadata/resourceVersion").asText())
          .isEqualTo(wire.version(MAPS));
    }
    try (Stream<JsonNode> events = wire.watch(query)) {
      assertThat(events).isEmpty();
    }
  }
}
