package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import java.util.Set;

/**
 * How to delete.
 *
 * @param uid only this object, empty for any
 * @param resourceVersion only at this version, empty for any
 * @param propagation what becomes of dependents: {@code Background}, {@code Foreground} or {@code
 *     Orphan}
 */
public record DeleteOptions(
    String uid, String resourceVersion, String propagation, boolean dryRun) {
  private static final Set<String> POLICIES = Set.of("Background", "Foreground", "Orphan");

  public static DeleteOptions background() {
    return new DeleteOptions("", "", "Background", false);
  }

  /** Reads a DeleteOptions body; {@code propagation} and {@code dryRun} come from the query. */
  public static DeleteOptions read(JsonNode body, String propagation, boolean dryRun) {
    String policy = Json.text(body, "propagationPolicy");
    if (policy.isEmpty()) {
      policy = propagation;
    }
    if (policy.isEmpty()) {
      boolean orphan = body.path("orphanDependents").asBoolean(false);
      policy = orphan ? "Orphan" : "Background";
    }
    if (!POLICIES.contains(policy)) {
      throw Refusals.badRequest(
          "propagationPolicy: \"" + policy + "\" is none of Background, Foreground, Orphan");
    }
    return new DeleteOptions(
        Json.text(body, "preconditions", "uid"),
        Json.text(body, "preconditions", "resourceVersion"),
        policy,
        dryRun || Json.texts(body.path("dryRun")).contains("All"));
  }
}
