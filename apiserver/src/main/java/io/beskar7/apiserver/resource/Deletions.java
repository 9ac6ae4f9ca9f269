package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** When an object whose deletion has begun may go. */
public final class Deletions {
  public static final String ORPHAN = "orphan";
  public static final String FOREGROUND = "foregroundDeletion";

  private Deletions() {}

  static boolean complete(ObjectNode object, Behaviour behaviour) {
    return object.path("metadata").has("deletionTimestamp")
        && object.path("metadata").path("finalizers").isEmpty()
        && behaviour.mayVanish(object);
  }
}
