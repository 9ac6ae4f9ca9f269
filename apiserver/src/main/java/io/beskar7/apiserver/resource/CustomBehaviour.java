package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Custom resources: what their definition does not say. */
final class CustomBehaviour implements Behaviour {
  static final CustomBehaviour INSTANCE = new CustomBehaviour();

  private CustomBehaviour() {}

  @Override
  public List<String> warnings(ObjectNode object, @Nullable ObjectNode old) {
    List<String> added = new ArrayList<>(finalizers(object));
    if (old != null) {
      added.removeAll(finalizers(old));
    }
    return added.stream()
        .filter(Names::accidental)
        .map(
            name ->
                "metadata.finalizers: \"%s\": prefer a domain-qualified finalizer name to avoid"
                        .formatted(name)
                    + " accidental conflicts with other finalizer writers")
        .toList();
  }

  private static List<String> finalizers(ObjectNode object) {
    return Json.texts(object.path("metadata").path("finalizers"));
  }
}
