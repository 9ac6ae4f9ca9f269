package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Secrets: {@code stringData} is written into {@code data}; values never appear in refusals. */
final class SecretBehaviour implements BuiltIn {
  static final String HIDDEN = "\"<redacted>\"";

  @Override
  public void prepare(ObjectNode object, @Nullable ObjectNode old) {
    if (Json.text(object, "type").isEmpty()) {
      object.put("type", "Opaque");
    }
    if (object.remove("stringData") instanceof ObjectNode clear) {
      ObjectNode data = Json.child(object, "data");
      for (var field : clear.properties()) {
        byte[] bytes = field.getValue().asText().getBytes(StandardCharsets.UTF_8);
        data.put(field.getKey(), Base64.getEncoder().encodeToString(bytes));
      }
    }
  }

  @Override
  public void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {
    ConfigData.keys(object.path("data"), "data", errors);
    for (var field : object.path("data").properties()) {
      if (!isBase64(field.getValue().asText())) {
        throw Refusals.badRequest(
            "Secret in version \"v1\" cannot be handled as a Secret: illegal base64 data in data."
                + field.getKey());
      }
    }
    if (old != null && !object.path("type").equals(old.path("type"))) {
      errors.invalid("type", object.path("type"), "field is immutable");
    }
    if (old != null && ConfigData.immutable(old)) {
      ConfigData.unchanged("data", object, old, errors);
    }
  }

  private static boolean isBase64(String text) {
    try {
      Base64.getDecoder().decode(text);
      return true;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
