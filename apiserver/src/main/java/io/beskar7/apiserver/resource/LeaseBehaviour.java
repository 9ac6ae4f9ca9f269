package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import org.jspecify.annotations.Nullable;

/** Leases last for a while and count upwards; clients write them without looking first. */
final class LeaseBehaviour implements BuiltIn {
  @Override
  public void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {
    JsonNode duration = object.path("spec").path("leaseDurationSeconds");
    if (duration.isNumber() && duration.asLong() <= 0) {
      errors.invalid("spec.leaseDurationSeconds", duration, "must be greater than 0");
    }
    JsonNode transitions = object.path("spec").path("leaseTransitions");
    if (transitions.isNumber() && transitions.asLong() < 0) {
      errors.invalid("spec.leaseTransitions", transitions, "must be greater than or equal to 0");
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
