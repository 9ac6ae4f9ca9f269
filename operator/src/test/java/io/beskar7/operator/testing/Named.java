package io.beskar7.operator.testing;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;

/** Objects as an API would hand them out, without one. */
public final class Named {
  private Named() {}

  /** The object, named, with UID {@code uid-1}, generation 7 and version 1. */
  public static <T extends HasMetadata> T named(T object, String name) {
    object.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("default")
            .withName(name)
            .withUid("uid-1")
            .withGeneration(7L)
            .withResourceVersion("1")
            .build());
    return object;
  }

  public static void annotate(HasMetadata object, String annotation) {
    object.getMetadata().setAnnotations(Map.of(annotation, "true"));
  }
}
