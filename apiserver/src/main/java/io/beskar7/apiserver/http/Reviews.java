package io.beskar7.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.security.Authorizer;
import io.beskar7.apiserver.security.Identity;
import java.io.IOException;
import java.time.InstantSource;

/** Questions about oneself: who am I, what may I do. They are answered and not stored. */
final class Reviews {
  private final Authorizer authorizer;
  private final InstantSource clock;

  Reviews(Authorizer authorizer, InstantSource clock) {
    this.authorizer = authorizer;
    this.clock = clock;
  }

  void handle(Exchange exchange, Identity user, ResourcePath path) throws IOException {
    if (!exchange.method().equals("POST") || !path.name().isEmpty()) {
      throw Refusals.methodNotAllowed();
    }
    if (!path.version().equals("v1")) {
      throw Refusals.noSuchPath();
    }
    if (!(Bodies.read(exchange).root() instanceof ObjectNode review)) {
      throw Refusals.badRequest("the body of the request must be an object");
    }
    Json.child(review, "metadata").put("creationTimestamp", clock.instant().toString());
    switch (path.resource()) {
      case "selfsubjectaccessreviews" -> access(review, user);
      case "selfsubjectrulesreviews" -> rules(review, user);
      default -> identity(review, user);
    }
    exchange.json(201, review);
  }

  private void access(ObjectNode review, Identity user) {
    JsonNode asked = review.path("spec").path("resourceAttributes");
    JsonNode other = review.path("spec").path("nonResourceAttributes");
    if (!asked.isObject() && !other.isObject()) {
      throw Refusals.badRequest(
          "spec: exactly one of resourceAttributes and nonResourceAttributes must be specified");
    }
    String verb = Json.text(asked.isObject() ? asked : other, "verb");
    Authorizer.Decision decision =
        authorizer.decide(
            new Authorizer.Attributes(
                user,
                verb,
                Json.text(asked, "group"),
                Json.text(asked, "resource"),
                Json.text(asked, "subresource"),
                Json.text(asked, "namespace"),
                Json.text(asked, "name"),
                Json.text(other, "path")));
    review.putObject("status").put("allowed", decision.allowed()).put("reason", decision.reason());
  }

  private void rules(ObjectNode review, Identity user) {
    ObjectNode status = Json.child(review, "status").put("incomplete", false);
    ArrayNode resources = status.putArray("resourceRules");
    ArrayNode others = status.putArray("nonResourceRules");
    boolean everything =
        authorizer.decide(new Authorizer.Attributes(user, "*", "*", "*", "", "", "", "")).allowed();
    if (everything) {
      ObjectNode rule = resources.addObject();
      rule.putArray("verbs").add("*");
      rule.putArray("apiGroups").add("*");
      rule.putArray("resources").add("*");
      ObjectNode other = others.addObject();
      other.putArray("verbs").add("*");
      other.putArray("nonResourceURLs").add("*");
    }
  }

  private static void identity(ObjectNode review, Identity user) {
    ObjectNode info = Json.child(review, "status").putObject("userInfo");
    info.put("username", user.name()).set("groups", Json.array(user.groups()));
  }
}
