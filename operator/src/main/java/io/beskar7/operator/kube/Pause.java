package io.beskar7.operator.kube;

import io.beskar7.api.common.Annotations;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/** What Cluster API's annotations forbid a reconciler to do. */
public final class Pause {
  private Pause() {}

  /** Whether the object itself is paused; any value of the annotation counts. */
  public static boolean isPaused(HasMetadata object) {
    return has(object, Annotations.PAUSED);
  }

  /** Whether the object leaves for another management cluster: nothing outside may be touched. */
  public static boolean isLeaving(HasMetadata object) {
    return has(object, Annotations.DELETE_FOR_MOVE);
  }

  /** Whether the object carries the annotation, with whatever value. */
  public static boolean has(HasMetadata object, String annotation) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    return annotations != null && annotations.containsKey(annotation);
  }
}
