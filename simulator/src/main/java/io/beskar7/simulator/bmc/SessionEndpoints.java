package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.bmc.SessionStore.Session;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** Login, logout and the list of sessions. */
final class SessionEndpoints {
  static final String SERVICE = "/redfish/v1/SessionService";
  static final String COLLECTION = SERVICE + "/Sessions";

  private final BmcSetup setup;
  private final Accounts accounts;
  private final SessionStore sessions;

  SessionEndpoints(BmcSetup setup, Accounts accounts, SessionStore sessions) {
    this.setup = setup;
    this.accounts = accounts;
    this.sessions = sessions;
  }

  Map<String, Endpoint> fixed() {
    return Map.of(
        SERVICE, Endpoint.resource(this::service),
        COLLECTION, Endpoint.resource(this::collection).on("POST", this::login));
  }

  /** The one write that needs no credentials in its headers. */
  boolean isLogin(HttpRequest request, String uri) {
    return request.method().equals("POST")
        && (uri.equals(COLLECTION) || uri.equals(COLLECTION + "/Members"));
  }

  HttpReply login(HttpRequest request) {
    Optional<ObjectNode> body = Json.parse(request.text());
    if (body.isEmpty()) {
      return RedfishError.malformedJson();
    }
    JsonNode user = body.get().path("UserName");
    JsonNode password = body.get().path("Password");
    if (!user.isTextual() || !password.isTextual()) {
      return RedfishError.of(
          400, "PropertyMissing", "The properties UserName and Password are required strings.");
    }
    if (!accounts.login(user.textValue(), password.textValue(), "session")) {
      return RedfishError.badLogin();
    }
    return sessions
        .open(user.textValue())
        .map(
            session ->
                HttpReply.json(201, document(session))
                    .with("Location", uri(session))
                    .with("X-Auth-Token", session.token()))
        .orElseGet(
            () ->
                RedfishError.of(
                    503,
                    "SessionLimitExceeded",
                    "The session establishment failed due to the number of simultaneous sessions"
                        + " exceeding the limit of the implementation."));
  }

  /** The endpoint of one open session. */
  Optional<Endpoint> find(String uri) {
    if (!uri.startsWith(COLLECTION + "/")) {
      return Optional.empty();
    }
    Session session = sessions.get(uri.substring(COLLECTION.length() + 1));
    return session == null
        ? Optional.empty()
        : Optional.of(
            Endpoint.resource(() -> document(session)).on("DELETE", request -> logout(session)));
  }

  private HttpReply logout(Session session) {
    sessions.close(session.id(), "deleted");
    return HttpReply.empty(204);
  }

  private ObjectNode service() {
    ObjectNode node =
        Json.resource(
            SERVICE, "#SessionService.v1_1_8.SessionService", "SessionService", "Session Service");
    node.put("ServiceEnabled", true)
        .put("SessionTimeout", setup.persona().sessions().idleTimeout().toSeconds())
        .set("Sessions", Json.link(COLLECTION));
    return node;
  }

  private ObjectNode collection() {
    return Json.collection(
        COLLECTION,
        "Session",
        "Session Collection",
        sessions.open().stream().map(SessionEndpoints::uri).toList());
  }

  private static ObjectNode document(Session session) {
    return Json.resource(uri(session), "#Session.v1_5_0.Session", session.id(), "User Session")
        .put("UserName", session.user());
  }

  private static String uri(Session session) {
    return COLLECTION + "/" + session.id();
  }
}
