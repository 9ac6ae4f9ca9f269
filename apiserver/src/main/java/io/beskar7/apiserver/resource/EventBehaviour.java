package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.json.Json;
import org.jspecify.annotations.Nullable;

/** Events lie in the namespace of what they are about; clients write them without looking first. */
final class EventBehaviour implements BuiltIn {
  /** Where events about objects without a namespace lie. */
  private static final String CLUSTER_WIDE = "default";

  @Override
  public void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {
    String about = Json.text(object, "involvedObject", "namespace");
    String wanted = about.isEmpty() ? CLUSTER_WIDE : about;
    if (!wanted.equals(Json.text(object, "metadata", "namespace"))) {
      errors.invalid(
          "involvedObject.namespace", '"' + about + '"', "does not match event.namespace");
    }
  }

  @Override
  public boolean createsOnUpdate() {
    return true;
  }

  @Override
  public boolean qualifiesFinalizers() {
    return false;
  }
}
