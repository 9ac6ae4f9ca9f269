package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.persona.Persona.RedundantReset;
import java.util.Optional;

/** The action ComputerSystem.Reset. */
final class ResetAction {
  private final BmcSetup setup;
  private final BmcSystem system;

  ResetAction(BmcSetup setup, BmcSystem system) {
    this.setup = setup;
    this.system = system;
  }

  HttpReply run(HttpRequest request) {
    Optional<ObjectNode> body = Json.parse(request.text());
    if (body.isEmpty()) {
      return RedfishError.malformedJson();
    }
    JsonNode type = body.get().path("ResetType");
    if (!type.isTextual()) {
      return RedfishError.of(
          400, "ActionParameterMissing", "The action Reset requires the parameter ResetType.");
    }
    if (!setup.persona().resetTypes().contains(type.textValue())) {
      return RedfishError.of(
          400,
          "ActionParameterValueNotInList",
          "The value '" + type.textValue() + "' for ResetType is not in the list of values.",
          type.textValue(),
          "ResetType");
    }
    return obey(type.textValue());
  }

  private HttpReply obey(String resetType) {
    synchronized (system.power()) {
      if (system.power().isTooEarly(resetType)) {
        return conflict(resetType);
      }
      boolean redundant = system.power().isRedundant(resetType);
      if (redundant && setup.persona().redundantReset() == RedundantReset.CONFLICT) {
        return conflict(resetType);
      }
      setup
          .log()
          .add(
              EventType.POWER_COMMAND,
              "bmc",
              setup.label(),
              "host",
              system.host(),
              "reset",
              resetType,
              "power",
              system.power().state().text(),
              "redundant",
              redundant);
      if (!redundant) {
        system.power().command(resetType);
      }
      return HttpReply.empty(204);
    }
  }

  private HttpReply conflict(String resetType) {
    return RedfishError.of(
        409,
        "ActionParameterValueConflict",
        "ResetType '" + resetType + "' conflicts with PowerState " + system.power().state().text(),
        "ResetType",
        resetType);
  }
}
