package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Namespaces stay until their content is gone: {@code spec.finalizers} holds them. */
final class NamespaceBehaviour implements BuiltIn {
  private static final Set<String> IMMORTAL = Set.of("default", "kube-system", "kube-public");

  @Override
  public void prepare(ObjectNode object, @Nullable ObjectNode old) {
    ObjectNode metadata = Json.child(object, "metadata");
    Json.child(metadata, "labels").put("kubernetes.io/metadata.name", Json.text(metadata, "name"));
    if (old == null) {
      Json.child(object, "spec").putArray("finalizers").add("kubernetes");
      Json.child(object, "status").put("phase", "Active");
    } else if (old.has("spec")) {
      object.set("spec", old.get("spec").deepCopy());
    }
  }

  @Override
  public void validate(ObjectNode object, @Nullable ObjectNode old, FieldErrors errors) {
    Names.label(Json.text(object, "metadata", "name"), "metadata.name", errors);
  }

  @Override
  public void beginDeletion(ObjectNode object) {
    String name = Json.text(object, "metadata", "name");
    if (IMMORTAL.contains(name)) {
      throw Refusals.forbidden(
          new Refusals.Target("", "namespaces", "Namespace", name),
          "this namespace may not be deleted");
    }
    Json.child(object, "status").put("phase", "Terminating");
  }

  @Override
  public boolean mayVanish(ObjectNode object) {
    return object.path("spec").path("finalizers").isEmpty();
  }
}
