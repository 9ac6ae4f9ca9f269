package io.beskar7.apiserver.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The JSON paths that printer columns use: {@code .a.b}, {@code ['a']}, {@code [0]}, {@code [*]}
 * and {@code [?(@.a=="b")]}; a dot within a name is written {@code \.}.
 */
public final class JsonPath {
  private static final Pattern FILTER =
      Pattern.compile("\\.?\\[\\?\\(@(.+?)\\s*(==|!=)\\s*(\"[^\"]*\"|'[^']*'|[^)]+)\\)]");
  private static final Pattern INDEX = Pattern.compile("\\.?\\[(-?\\d+|\\*)]");
  private static final Pattern QUOTED = Pattern.compile("\\.?\\[['\"]([^'\"]*)['\"]]");
  private static final Pattern NAME = Pattern.compile("\\.?((?:\\\\.|[^.\\[\\\\])+)");

  private final List<Function<JsonNode, List<JsonNode>>> steps;

  private JsonPath(List<Function<JsonNode, List<JsonNode>>> steps) {
    this.steps = List.copyOf(steps);
  }

  /**
   * @throws IllegalArgumentException when the path is not understood
   */
  public static JsonPath parse(String text) {
    String path = text.replaceAll("^\\{|}$", "").replaceFirst("^\\$", "");
    List<Function<JsonNode, List<JsonNode>>> steps = new ArrayList<>();
    int at = 0;
    while (at < path.length() && !path.substring(at).equals(".")) {
      Matcher filter = FILTER.matcher(path).region(at, path.length());
      Matcher index = INDEX.matcher(path).region(at, path.length());
      Matcher quoted = QUOTED.matcher(path).region(at, path.length());
      Matcher name = NAME.matcher(path).region(at, path.length());
      if (filter.lookingAt()) {
        steps.add(filter(parse(filter.group(1)), filter.group(2), unquote(filter.group(3))));
        at = filter.end();
      } else if (index.lookingAt()) {
        steps.add(index(index.group(1)));
        at = index.end();
      } else if (quoted.lookingAt()) {
        steps.add(field(quoted.group(1)));
        at = quoted.end();
      } else if (name.lookingAt()) {
        steps.add(field(name.group(1).replace("\\", "")));
        at = name.end();
      } else {
        throw new IllegalArgumentException("JSON path " + text + " is not understood");
      }
    }
    return new JsonPath(steps);
  }

  /** All values the path leads to; none when something on the way is missing. */
  public List<JsonNode> find(JsonNode root) {
    List<JsonNode> found = List.of(root);
    for (Function<JsonNode, List<JsonNode>> step : steps) {
      found = found.stream().flatMap(node -> step.apply(node).stream()).toList();
    }
    return found;
  }

  private static Function<JsonNode, List<JsonNode>> field(String name) {
    return node -> present(node.path(name));
  }

  private static Function<JsonNode, List<JsonNode>> index(String index) {
    if (index.equals("*")) {
      return JsonPath::children;
    }
    int wanted = Integer.parseInt(index);
    return node -> present(node.path(wanted < 0 ? node.size() + wanted : wanted));
  }

  private static Function<JsonNode, List<JsonNode>> filter(
      JsonPath where, String operator, String value) {
    boolean equal = operator.equals("==");
    return node ->
        children(node).stream()
            .filter(
                child ->
                    where.find(child).stream().anyMatch(v -> v.asText().equals(value)) == equal)
            .toList();
  }

  private static List<JsonNode> children(JsonNode node) {
    List<JsonNode> children = new ArrayList<>();
    node.forEach(children::add);
    return children;
  }

  private static List<JsonNode> present(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? List.of() : List.of(node);
  }

  private static String unquote(String value) {
    return value.replaceAll("^['\"]|['\"]$", "").strip();
  }
}
