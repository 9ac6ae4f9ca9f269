package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.error.FieldErrors;

/** One check of a value whose type is already known to fit. */
@FunctionalInterface
public interface Rule {
  void check(JsonNode value, String path, FieldErrors errors);
}
