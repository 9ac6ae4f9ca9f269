package io.beskar7.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How lists and watches begin and end. */
interface WatchConformance extends Bench {
  String INITIAL = "&sendInitialEvents=true&resourceVersionMatch=NotOlderThan";

  private List<JsonNode> watch(String query) {
    return raw().get(widgets() + "?watch=1&timeoutSeconds=2" + query).expect(200).lines();
  }

  private static List<String> types(List<JsonNode> events) {
    return events.stream().map(event -> event.path("type").asText()).toList();
  }

  @Test
  default void initialEventsAreClosedByABookmarkOnlyForThoseWhoUnderstandOne() {
    create("a");
    assertThat(types(watch(INITIAL + "&allowWatchBookmarks=true"))).startsWith("ADDED", "BOOKMARK");
    assertThat(types(watch(INITIAL))).containsExactly("ADDED");
    assertThat(types(watch(INITIAL.replace("true", "false") + "&resourceVersion=0"))).isEmpty();
  }

  @Test
  default void initialEventsOfAVersionFromTheFutureAreATimeout() {
    JsonNode error =
        watch(INITIAL + "&allowWatchBookmarks=true&resourceVersion=999999999").getFirst();
    assertThat(error.path("type").asText()).isEqualTo("ERROR");
    assertThat(error.at("/object/code").asInt()).isEqualTo(504);
    assertThat(error.at("/object/details/causes/0/reason").asText())
        .isEqualTo("ResourceVersionTooLarge");
  }

  @Test
  default void optionsOfAWatchAreRefusedInTheUsualWords() {
    String start = "ListOptions.meta.k8s.io \"\" is invalid: ";
    assertThat(refusal("?watch=1&sendInitialEvents=true"))
        .isEqualTo(
            start
                + "resourceVersionMatch: Forbidden: sendInitialEvents requires setting"
                + " resourceVersionMatch to NotOlderThan");
    assertThat(refusal("?watch=1&resourceVersionMatch=NotOlderThan"))
        .isEqualTo(
            start
                + "resourceVersionMatch: Forbidden: resourceVersionMatch is forbidden for watch"
                + " unless sendInitialEvents is provided");
    assertThat(refusal("?sendInitialEvents=true"))
        .isEqualTo(start + "sendInitialEvents: Forbidden: sendInitialEvents is forbidden for list");
    assertThat(refusal("?resourceVersion=1&resourceVersionMatch=Bad"))
        .startsWith(start + "resourceVersionMatch: Unsupported value: \"Bad\": supported values: ");
  }

  private String refusal(String query) {
    return raw().get(widgets() + query).expect(422).message();
  }
}
