package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.error.FieldErrors;
import java.util.Locale;

/** Validates values against a schema; the messages are those of the Kubernetes API. */
public final class Validator {
  private Validator() {}

  public static void validate(Schema schema, JsonNode value, String path, FieldErrors errors) {
    if (value.isNull() && schema.flags().nullable()) {
      return;
    }
    if (schema.flags().intOrString()) {
      if (!value.isIntegralNumber() && !value.isTextual()) {
        errors.typeInvalid(path, typeOf(value), "integer,string");
        return;
      }
    } else if (!fits(schema.type(), value)) {
      errors.typeInvalid(path, typeOf(value), schema.type());
      return;
    }
    for (Rule rule : schema.rules()) {
      rule.check(value, path, errors);
    }
    children(schema, value, path, errors);
  }

  private static void children(Schema schema, JsonNode value, String path, FieldErrors errors) {
    if (value.isObject()) {
      for (var field : value.properties()) {
        Schema child = schema.child(field.getKey());
        if (child != null) {
          validate(child, field.getValue(), Paths.field(path, field.getKey()), errors);
        }
      }
    } else if (value.isArray() && schema.items() != null) {
      for (int i = 0; i < value.size(); i++) {
        validate(schema.items(), value.get(i), path + "[" + i + "]", errors);
      }
    }
  }

  private static boolean fits(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "boolean" -> value.isBoolean();
      case "integer" ->
          value.isIntegralNumber()
              || (value.isDouble() && value.asDouble() == Math.rint(value.asDouble()));
      case "number" -> value.isNumber();
      default -> true;
    };
  }

  private static String typeOf(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
