package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns the value keywords of a schema into rules. */
final class RuleCompiler {
  private RuleCompiler() {}

  static List<Rule> compile(ObjectNode raw, String path) {
    List<Rule> rules = new ArrayList<>();
    if (raw.has("enum")) {
      rules.add(oneOf(raw.get("enum")));
    }
    if (raw.has("pattern")) {
      rules.add(pattern(raw.get("pattern").asText(), path));
    }
    if (raw.has("required")) {
      rules.add(required(Json.texts(raw.get("required"))));
    }
    rules.addAll(Bounds.compile(raw));
    if (raw.has("format")) {
      rules.addAll(Formats.compile(raw.get("format").asText()));
    }
    rules.addAll(ListTypes.compile(raw));
    rules.addAll(Combinators.compile(raw));
    return List.copyOf(rules);
  }

  private static Rule oneOf(JsonNode allowed) {
    List<JsonNode> values = new ArrayList<>();
    allowed.forEach(values::add);
    List<String> shown = values.stream().map(JsonNode::asText).toList();
    return (value, path, errors) -> {
      if (!values.contains(value)) {
        errors.unsupported(path, value, shown);
      }
    };
  }

  private static Rule pattern(String text, String at) {
    Pattern pattern;
    try {
      pattern = Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(at + ".pattern: " + e.getDescription(), e);
    }
    return (value, path, errors) -> {
      if (value.isTextual() && !pattern.matcher(value.textValue()).find()) {
        errors.invalid(path, value, path + " in body should match '" + text + "'");
      }
    };
  }

  private static Rule required(List<String> names) {
    return (value, path, errors) -> {
      for (String name : names) {
        if (value.isObject() && !value.has(name)) {
          errors.required(path.isEmpty() ? name : path + "." + name, "");
        }
      }
    };
  }
}
