package io.beskar7.redfish.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A JSON object or what stands in its place; asking never fails. */
public final class Json {
  /** Trailing commas and NaN have been seen in answers of real BMCs. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private static final String BOM = "\uFEFF";

  public static final Json NOTHING = new Json(MissingNode.getInstance());

  private final JsonNode node;

  private Json(JsonNode node) {
    this.node = node;
  }

  /** Empty unless the text is one JSON object. */
  public static Optional<Json> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text.startsWith(BOM) ? text.substring(1) : text);
      return node != null && node.isObject() ? Optional.of(new Json(node)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  public static String write(Map<String, ?> members) {
    try {
      return MAPPER.writeValueAsString(members);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + members.keySet(), e);
    }
  }

  public boolean has(String name) {
    return node.has(name);
  }

  public Json at(String name) {
    return new Json(node.path(name));
  }

  /** Trimmed; null when absent, null, blank or not a scalar. */
  public @Nullable String text(String name) {
    return scalar(node.path(name));
  }

  /** Numbers in quotes count; null when it is none, or negative. */
  public @Nullable Double number(String name) {
    String text = text(name);
    try {
      double value = text == null ? Double.NaN : Double.parseDouble(text);
      return Double.isFinite(value) && value >= 0 ? value : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The {@code @odata.id} of the member, or the member itself where it is a bare string. */
  public @Nullable String link(String name) {
    JsonNode member = node.path(name);
    String link = member.isObject() ? scalar(member.path("@odata.id")) : scalar(member);
    return link != null && (link.startsWith("/") || link.contains("://")) ? link : null;
  }

  /** The elements of an array; a single object stands for an array of one. */
  public List<Json> list(String name) {
    JsonNode member = node.path(name);
    List<Json> elements = new ArrayList<>();
    if (member.isArray()) {
      member.forEach(element -> elements.add(new Json(element)));
    } else if (member.isObject()) {
      elements.add(new Json(member));
    }
    return elements;
  }

  /** The strings in an array; null when there is no array: unknown, which is not empty. */
  public @Nullable List<String> strings(String name) {
    JsonNode member = node.path(name);
    if (!member.isArray()) {
      return null;
    }
    List<String> strings = new ArrayList<>();
    for (JsonNode element : member) {
      String text = scalar(element);
      if (text != null) {
        strings.add(text);
      }
    }
    return strings;
  }

  private static @Nullable String scalar(JsonNode node) {
    if (!node.isValueNode() || node.isNull()) {
      return null;
    }
    String text = node.asText().strip();
    return text.isEmpty() ? null : text;
  }
}
