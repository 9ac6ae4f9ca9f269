package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.http.Wire;
import io.beskar7.redfish.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service root says.
 *
 * @param systems path of the collection of systems, null when the service has none
 * @param sessions path of the collection of sessions, null when the service has none
 */
record ServiceRoot(@Nullable String systems, @Nullable String sessions, @Nullable String vendor) {
  private static final String PATH = "/redfish/v1/";
  private static final ServiceRoot STANDARD =
      new ServiceRoot("/redfish/v1/Systems", "/redfish/v1/SessionService/Sessions", null);

  static ServiceRoot read(Wire wire, RedfishSettings settings, Pace pace) throws Trouble {
    String address = wire.origin().toString();
    return Retry.read(settings, address, pace, () -> once(wire, address, pace));
  }

  private static ServiceRoot once(Wire wire, String address, Pace pace) throws Trouble {
    Request request = new Request("GET", PATH, null, Map.of(), true);
    return switch (wire.send(request, pace)) {
      case Reply.NoAnswer lost -> throw Verdict.trouble(address, request, lost);
      // Against DSP0266, but real: the root behind a login. The standard URIs lead on.
      case Reply.Answer answer when answer.status() == 401 -> STANDARD;
      case Reply.Answer answer when answer.status() == 404 || answer.status() == 405 ->
          throw new Trouble(
              Cause.NOT_REDFISH,
              address
                  + ": there is no Redfish service (GET /redfish/v1/ answered "
                  + answer.status()
                  + ")");
      case Reply.Answer answer when !answer.good() ->
          throw Verdict.trouble(address, request, answer);
      case Reply.Answer answer -> parse(address, answer.body());
    };
  }

  private static ServiceRoot parse(String address, String body) throws Trouble {
    Json root = Json.parse(body).orElse(null);
    if (root == null) {
      // A broken object is a BMC in trouble; anything else is another kind of server.
      throw body.stripLeading().startsWith("{")
          ? new Trouble(
              Cause.UNEXPECTED_ANSWER, address + ": GET /redfish/v1/ answered broken JSON")
          : new Trouble(
              Cause.NOT_REDFISH,
              address + ": there is no Redfish service (GET /redfish/v1/ answered no JSON object)");
    }
    if (!root.has("RedfishVersion") && !root.has("Systems")) {
      throw new Trouble(
          Cause.NOT_REDFISH,
          address
              + ": there is no Redfish service (the answer has neither RedfishVersion nor"
              + " Systems)");
    }
    String sessions = root.at("Links").link("Sessions");
    if (sessions == null && root.link("SessionService") != null) {
      sessions = STANDARD.sessions;
    }
    return new ServiceRoot(root.link("Systems"), sessions, root.text("Vendor"));
  }
}
