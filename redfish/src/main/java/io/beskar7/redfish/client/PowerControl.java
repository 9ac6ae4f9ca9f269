package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.PowerRequest;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.Restart;
import io.beskar7.redfish.http.Origin;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Changes power. A reset is sent at most once for each request; whether it worked is read from the
 * system, whatever the answer was: BMCs say no and do it, say yes and do not, or say nothing.
 */
final class PowerControl {
  private final Handle handle;
  private final Handle watching;

  /**
   * @param watching for the reads after the last write
   */
  PowerControl(Handle handle, Handle watching) {
    this.handle = handle;
    this.watching = watching;
  }

  Power set(PowerRequest request) throws Trouble {
    SystemResource system = handle.read();
    if (system.power() == request.goal()) {
      return request.goal();
    }
    if (request == PowerRequest.ON && "PoweringOn".equals(system.powerText())) {
      return await(Power.ON);
    }
    ResetTypes types = ResetTypes.of(handle, system);
    String type = types.choose(handle, request);
    try {
      return send(types.target(), type, request.goal(), patience(type));
    } catch (Trouble trouble) {
      boolean byForce = request == PowerRequest.OFF && !type.contains("Off");
      if (!byForce || trouble.problem().cause() != Cause.POWER_NOT_CONFIRMED) {
        throw trouble;
      }
      return set(PowerRequest.FORCE_OFF);
    }
  }

  Power await(Power goal) throws Trouble {
    Duration patience =
        goal == Power.ON ? handle.settings().powerOnWait() : handle.settings().powerOffWait();
    return new PowerWatch(watching, goal, null, null).await(patience);
  }

  Restart reset() throws Trouble {
    SystemResource before = handle.read();
    if (before.power() == Power.OFF) {
      set(PowerRequest.ON);
      return new Restart(true);
    }
    ResetTypes types = ResetTypes.of(handle, before);
    if (!types.allows("ForceRestart") && !types.allows("PowerCycle")) {
      set(PowerRequest.FORCE_OFF);
      set(PowerRequest.ON);
      return new Restart(true);
    }
    String type = types.choose(handle, List.of("ForceRestart", "PowerCycle"));
    send(types.target(), type, Power.ON, handle.settings().powerOnWait());
    String after = handle.read().lastReset();
    return new Restart(after != null && !Objects.equals(before.lastReset(), after));
  }

  private Power send(String target, String type, Power goal, Duration patience) throws Trouble {
    // No If-Match: the tag of an action's URI matches nothing (iDRAC10 and bmcweb answer 412).
    Request request =
        new Request("POST", target, Json.write(Map.of("ResetType", type)), Map.of(), false);
    return switch (handle.write(request)) {
      case Reply.Answer answer when answer.good() ->
          new PowerWatch(watching, goal, "accepted " + type, monitor(answer)).await(patience);
      case Reply.Answer answer when answer.status() < 500 -> refused(request, answer, goal);
      case Reply.Answer answer ->
          new PowerWatch(watching, goal, "answered " + answer.status() + " to " + type, null)
              .await(patience);
      case Reply.NoAnswer lost ->
          new PowerWatch(watching, goal, "gave no answer to " + type, null).await(patience);
    };
  }

  /** A refusal is good news when the state is reached: some BMCs refuse what is done already. */
  private Power refused(Request request, Reply.Answer answer, Power goal) throws Trouble {
    SystemResource now = handle.read();
    if (now.power() == goal) {
      return goal;
    }
    Problem problem = Verdict.problem(handle.address(), request, answer);
    throw new Trouble(
        problem.cause(), problem.message() + ", and PowerState is " + now.powerText());
  }

  private static @Nullable String monitor(Reply.Answer answer) {
    String location = answer.status() == 202 ? answer.header("Location") : null;
    return location == null ? null : Origin.path(location);
  }

  private Duration patience(String type) {
    return switch (type) {
      case "On", "ForceOn" -> handle.settings().powerOnWait();
      case "ForceOff", "Off" -> handle.settings().powerOffWait();
      default -> handle.settings().gracefulWait();
    };
  }
}
