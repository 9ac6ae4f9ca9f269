package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ConfigMaps and Secrets have in common, and ConfigMaps themselves. */
final class ConfigData implements BuiltIn {
  private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");

  @Override
  public void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {
    keys(object.path("data"), "data", errors);
    keys(object.path("binaryData"), "binaryData", errors);
    if (old != null && immutable(old)) {
      unchanged("data", object, old, errors);
      unchanged("binaryData", object, old, errors);
    }
  }

  static void keys(JsonNode data, String path, FieldErrors errors) {
    for (var field : data.properties()) {
      if (!KEY.matcher(field.getKey()).matches()) {
        errors.invalid(
            path + "[" + field.getKey() + "]",
            '"' + field.getKey() + '"',
            "a valid config key must consist of alphanumeric characters, '-', '_' or '.' and be at"
                + " most 253 characters");
      }
    }
  }

  static boolean immutable(ObjectNode old) {
    return old.path("immutable").asBoolean();
  }

  static void unchanged(String field, ObjectNode object, ObjectNode old, FieldErrors errors) {
    if (!object.path(field).equals(old.path(field))) {
      errors.forbidden(field, "field is immutable when `immutable` is set");
    }
  }
}
