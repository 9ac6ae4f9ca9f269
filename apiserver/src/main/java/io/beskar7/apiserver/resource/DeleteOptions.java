package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import java.util.List;

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
  private static final List<String> POLICIES = List.of("Foreground", "Background", "Orphan");

  public static DeleteOptions background() {
    return new DeleteOptions("", "", "Background", false);
  }

  /** Reads a DeleteOptions object; one that is missing says nothing. */
  public static DeleteOptions read(JsonNode options) {
    FieldErrors errors = new FieldErrors();
    boolean dryRun = dryRun(options.path("dryRun"), errors);
    String policy = Json.text(options, "propagationPolicy");
    if (policy.isEmpty()) {
      policy = options.path("orphanDependents").asBoolean(false) ? "Orphan" : "Background";
    } else if (!POLICIES.contains(policy)) {
      List<String> supported = List.of("Foreground", "Background", "Orphan", "nil");
      errors.unsupported("propagationPolicy", options.path("propagationPolicy"), supported);
    }
    if (!errors.isEmpty()) {
      throw Refusals.invalidOptions("DeleteOptions", errors);
    }
    return new DeleteOptions(
        Json.text(options, "preconditions", "uid"),
        Json.text(options, "preconditions", "resourceVersion"),
        policy,
        dryRun);
  }

  /** Whether {@code values} ask for a dry run; anything but {@code All} is an error. */
  public static boolean dryRun(JsonNode values, FieldErrors errors) {
    List<String> asked = Json.texts(values);
    asked.removeIf(String::isEmpty);
    if (!asked.stream().allMatch("All"::equals)) {
      errors.unsupported("dryRun", values, List.of("All"));
    }
    return !asked.isEmpty();
  }
}
