package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.persona.Persona;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PATCH of a ComputerSystem: all of it or nothing. Only the boot override can be written. */
final class SystemPatch {
  private static final String PREFIX = "BootSourceOverride";

  private final BmcSystem system;
  private final SystemDocument document;
  private final Map<String, List<String>> allowed;

  SystemPatch(Persona persona, BmcSystem system, SystemDocument document) {
    this.system = system;
    this.document = document;
    this.allowed =
        Map.of(
            PREFIX + "Target", persona.overrideTargets(),
            PREFIX + "Enabled", SystemDocument.ENABLED,
            PREFIX + "Mode", persona.overrideModes());
  }

  /** The refusal, or nothing when the patch took effect. */
  Optional<HttpReply> apply(ObjectNode body) {
    if (body.isEmpty()) {
      return Optional.of(
          RedfishError.of(400, "NoOperation", "The request body holds no data to act upon."));
    }
    for (Map.Entry<String, JsonNode> property : body.properties()) {
      if (!property.getKey().equals("Boot")) {
        return Optional.of(refused(document.current(), property.getKey()));
      }
    }
    if (!(body.get("Boot") instanceof ObjectNode boot)) {
      return Optional.of(
          RedfishError.of(400, "PropertyValueTypeError", "The property Boot must be an object."));
    }
    Optional<HttpReply> wrong = check(boot);
    if (wrong.isEmpty()) {
      system.override(merged(boot), "patch");
    }
    return wrong;
  }

  private Optional<HttpReply> check(ObjectNode boot) {
    for (Map.Entry<String, JsonNode> property : boot.properties()) {
      List<String> values = allowed.get(property.getKey());
      if (values == null) {
        return Optional.of(refused(document.current().path("Boot"), property.getKey()));
      }
      if (!property.getValue().isTextual() || !values.contains(property.getValue().textValue())) {
        return Optional.of(RedfishError.notInList(property.getValue().asText(), property.getKey()));
      }
    }
    return Optional.empty();
  }

  private BootOverride merged(ObjectNode boot) {
    BootOverride now = system.override();
    String mode = boot.path(PREFIX + "Mode").asText(now.mode());
    String enabled = boot.path(PREFIX + "Enabled").asText(now.enabled());
    return enabled.equals("Disabled")
        ? BootOverride.none(mode)
        : new BootOverride(boot.path(PREFIX + "Target").asText(now.target()), enabled, mode);
  }

  private static HttpReply refused(JsonNode resource, String name) {
    return resource.has(name) ? RedfishError.notWritable(name) : RedfishError.unknownProperty(name);
  }
}
