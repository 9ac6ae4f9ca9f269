package io.beskar7.apiserver.gc;

import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.DefinitionBehaviour;
import io.beskar7.apiserver.resource.Deletions;
import io.beskar7.apiserver.store.Entry;

/** The finalizers that are the collector's own work. */
final class Finalizers {
  static final String FOREGROUND = Deletions.FOREGROUND;
  static final String ORPHAN = Deletions.ORPHAN;
  static final String INSTANCES = DefinitionBehaviour.FINALIZER;

  private Finalizers() {}

  static boolean has(Entry entry, String finalizer) {
    return Json.texts(entry.tree().path("metadata").path("finalizers")).contains(finalizer);
  }
}
