package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.store.Entry;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code field=value}, {@code field!=value}, joined by commas; which fields there are depends on
 * the kind.
 */
public record FieldSelector(List<Requirement> requirements) {

  /** One field and the value it must have, or must not have. */
  public record Requirement(String field, String value, boolean equal) {
    boolean matches(JsonNode object) {
      JsonNode at = object;
      for (String name : field.split("\\.")) {
        at = at.path(name);
      }
      String actual = at.isObject() ? at.path("component").asText() : at.asText();
      return actual.equals(value) == equal;
    }
  }

  public static FieldSelector parse(String text, Address at) {
    List<Requirement> found = new ArrayList<>();
    for (String part : text.split(",")) {
      if (!part.isBlank()) {
        found.add(requirement(part, text, at));
      }
    }
    return new FieldSelector(List.copyOf(found));
  }

  private static Requirement requirement(String part, String text, Address at) {
    int operator = part.indexOf('=');
    if (operator <= 0) {
      throw Refusals.badRequest(
          "invalid selector: '" + text + "'; can't understand '" + part + "'");
    }
    boolean equal = part.charAt(operator - 1) != '!';
    String field = part.substring(0, equal ? operator : operator - 1).trim();
    String value = part.substring(operator + 1).replaceFirst("^=", "").trim();
    boolean known =
        field.equals("metadata.name")
            || field.equals("metadata.namespace")
            || at.version().selectable().contains(field);
    if (!known) {
      throw Refusals.badRequest("field label not supported: " + field);
    }
    return new Requirement(field, value, equal);
  }

  boolean matches(Entry entry) {
    String name = entry.key().substring(entry.key().lastIndexOf('/') + 1);
    List<Requirement> others = new ArrayList<>();
    for (Requirement requirement : requirements) {
      if (!requirement.field().equals("metadata.name")) {
        others.add(requirement);
      } else if (requirement.value().equals(name) != requirement.equal()) {
        return false;
      }
    }
    JsonNode object = others.isEmpty() ? Json.object() : entry.tree();
    return others.stream().allMatch(requirement -> requirement.matches(object));
  }
}
