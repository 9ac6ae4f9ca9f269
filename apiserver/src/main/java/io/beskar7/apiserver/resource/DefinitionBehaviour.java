package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.json.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * CustomResourceDefinitions: established at once; their finalizer keeps them until all instances
 * are gone.
 */
public final class DefinitionBehaviour implements BuiltIn {
  public static final String FINALIZER = "customresourcecleanup.apiextensions.k8s.io";

  private final InstantSource clock;

  DefinitionBehaviour(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public boolean countsGenerations() {
    return true;
  }

  @Override
  public boolean overwrites() {
    return false;
  }

  @Override
  public void prepare(ObjectNode object, @Nullable ObjectNode old) {
    ObjectNode spec = Json.child(object, "spec");
    ObjectNode names = Json.child(spec, "names");
    String kind = Json.text(names, "kind");
    if (!names.has("singular")) {
      names.put("singular", kind.toLowerCase(Locale.ROOT));
    }
    if (!names.has("listKind")) {
      names.put("listKind", kind + "List");
    }
    if (!spec.has("conversion")) {
      Json.child(spec, "conversion").put("strategy", "None");
    }
    if (old == null) {
      ArrayNode finalizers = Json.child(object, "metadata").withArray("finalizers");
      if (!Json.texts(finalizers).contains(FINALIZER)) {
        finalizers.add(FINALIZER);
      }
    }
    status(object, old);
  }

  private void status(ObjectNode object, @Nullable ObjectNode old) {
    ObjectNode status = Json.child(object, "status");
    status.set("acceptedNames", object.path("spec").path("names").deepCopy());
    if (old == null || !status.has("conditions")) {
      ArrayNode conditions = status.putArray("conditions");
      condition(conditions, "NamesAccepted", "NoConflicts", "no conflicts found");
      condition(
          conditions,
          "Established",
          "InitialNamesAccepted",
          "the initial names have been accepted");
    }
    Set<String> stored = new LinkedHashSet<>(Json.texts(status.path("storedVersions")));
    for (JsonNode version : object.path("spec").path("versions")) {
      if (version.path("storage").asBoolean()) {
        stored.add(Json.text(version, "name"));
      }
    }
    status.set("storedVersions", Json.array(stored));
  }

  private void condition(ArrayNode conditions, String type, String reason, String message) {
    conditions
        .addObject()
        .put("type", type)
        .put("status", "True")
        .put("lastTransitionTime", Times.seconds(clock.instant()))
        .put("reason", reason)
        .put("message", message);
  }

  @Override
  public void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {
    JsonNode spec = object.path("spec");
    String wanted = Json.text(spec, "names", "plural") + "." + Json.text(spec, "group");
    if (!Json.text(object, "metadata", "name").equals(wanted)) {
      errors.invalid(
          "metadata.name",
          object.path("metadata").path("name"),
          "must be spec.names.plural+\".\"+spec.group");
    }
    if (!Json.text(spec, "conversion", "strategy").equals("None")) {
      errors.unsupported(
          "spec.conversion.strategy", spec.path("conversion").path("strategy"), List.of("None"));
    }
    long storages = count(spec.path("versions"));
    if (storages != 1) {
      errors.invalid(
          "spec.versions",
          String.valueOf(storages),
          "must have exactly one version marked as storage version");
    }
    try {
      DefinitionReader.read(object, CustomBehaviour.INSTANCE, true);
    } catch (IllegalArgumentException e) {
      errors.invalid("spec.versions", "\"schema\"", String.valueOf(e.getMessage()));
    }
    if (old != null && !old.path("spec").path("scope").equals(spec.path("scope"))) {
      errors.invalid("spec.scope", spec.path("scope"), "field is immutable");
    }
  }

  @Override
  public List<String> warnings(ObjectNode object, @Nullable ObjectNode old) {
    List<String> warnings = new ArrayList<>();
    if (object.path("spec").findValue("x-kubernetes-validations") != null) {
      warnings.add("x-kubernetes-validations rules are stored but not evaluated by this server");
    }
    return warnings;
  }

  private static long count(JsonNode versions) {
    long storages = 0;
    for (JsonNode version : versions) {
      storages += version.path("storage").asBoolean() ? 1 : 0;
    }
    return storages;
  }

  @Override
  public boolean qualifiesFinalizers() {
    return false;
  }
}
