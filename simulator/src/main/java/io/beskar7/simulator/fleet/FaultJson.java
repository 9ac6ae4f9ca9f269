package io.beskar7.simulator.fleet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fault.FaultAction;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.fault.FaultRule;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Faults in JSON: {@code {"agent": "NEVER_REPORTS"}} for the machine of a host, or a rule for its
 * BMC: {@code {"action": "status", "status": 503, "body": "", "method": "GET", "path": "Systems",
 * "first": 1, "calls": 3}}. Actions: refuse, reset (with {@code afterwards}), hang, hang-in-body,
 * delay (with {@code delay}, ISO 8601), status, garbage, truncated, wrong-content (with {@code
 * body}), slow (with {@code bytesPerSecond}).
 */
final class FaultJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private FaultJson() {}

  /**
   * @throws IllegalArgumentException naming what is wrong
   */
  static void add(FaultPlan plan, SimulatedHost host, String text) {
    JsonNode json = parse(text);
    if (json.has("agent")) {
      plan.agent(host.name(), AgentFault.valueOf(json.path("agent").asText()));
      return;
    }
    FaultRule rule =
        FaultRule.always(json.path("name").asText("admin"), action(json))
            .at(host.bmcLabel())
            .on(
                json.has("method") ? json.path("method").asText() : null,
                json.path("path").asText(""))
            .calls(json.path("first").asLong(1), json.path("calls").asLong(Long.MAX_VALUE));
    plan.add(rule);
  }

  static URI url(String text) {
    return URI.create(parse(text).path("url").asText());
  }

  private static FaultAction action(JsonNode json) {
    String body = json.path("body").asText("");
    return switch (json.path("action").asText()) {
      case "refuse" -> new FaultAction.Refuse();
      case "reset" -> new FaultAction.Reset(json.path("afterwards").asBoolean());
      case "hang" -> new FaultAction.Hang();
      case "hang-in-body" -> new FaultAction.HangInBody();
      case "delay" -> new FaultAction.Delay(Duration.parse(json.path("delay").asText("PT5S")));
      case "status" -> new FaultAction.Status(json.path("status").asInt(503), body, Map.of());
      case "garbage" -> new FaultAction.Garbage();
      case "truncated" -> new FaultAction.Truncated();
      case "wrong-content" -> new FaultAction.WrongContent(body);
      case "slow" -> new FaultAction.Slow(json.path("bytesPerSecond").asInt(1024));
      default ->
          throw new IllegalArgumentException(
              "action: "
                  + json.path("action").asText()
                  + " is not one of refuse, reset, hang,"
                  + " hang-in-body, delay, status, garbage, truncated, wrong-content, slow");
    };
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("body: not JSON", e);
    }
  }
}
