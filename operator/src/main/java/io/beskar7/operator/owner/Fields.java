package io.beskar7.operator.owner;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.OwnerReference;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what we need of objects whose types we do not have. */
public final class Fields {
  private Fields() {}

  /** The text at that path, or null when there is none or it is no text. */
  public static @Nullable String text(GenericKubernetesResource object, Object... path) {
    return object.get(path) instanceof String text && !text.isEmpty() ? text : null;
  }

  /** Whether the value at that path is true. */
  public static boolean isTrue(GenericKubernetesResource object, Object... path) {
    return Boolean.TRUE.equals(object.get(path));
  }

  /** The name of the owner of that group and kind, whatever its version; null without one. */
  public static @Nullable String owner(HasMetadata object, String group, String kind) {
    List<OwnerReference> owners = object.getMetadata().getOwnerReferences();
    if (owners == null) {
      return null;
    }
    return owners.stream()
        .filter(owner -> kind.equals(owner.getKind()) && inGroup(owner.getApiVersion(), group))
        .map(OwnerReference::getName)
        .findFirst()
        .orElse(null);
  }

  /**
   * The name in a Machine's or Cluster's spec.infrastructureRef when it is of that kind of ours:
   * {apiGroup, kind, name} in v1beta2, an ObjectReference with apiVersion in v1beta1.
   */
  public static @Nullable String infrastructure(
      GenericKubernetesResource object, String group, String kind) {
    String refGroup = text(object, "spec", "infrastructureRef", "apiGroup");
    String refVersion = text(object, "spec", "infrastructureRef", "apiVersion");
    boolean ours = group.equals(refGroup) || (refVersion != null && inGroup(refVersion, group));
    return ours && kind.equals(text(object, "spec", "infrastructureRef", "kind"))
        ? text(object, "spec", "infrastructureRef", "name")
        : null;
  }

  /** The value of a label, or null. */
  public static @Nullable String label(HasMetadata object, String name) {
    Map<String, String> labels = object.getMetadata().getLabels();
    return labels == null ? null : labels.get(name);
  }

  /** The value of an annotation, or null. */
  public static @Nullable String annotation(HasMetadata object, String name) {
    Map<String, String> annotations = object.getMetadata().getAnnotations();
    return annotations == null ? null : annotations.get(name);
  }

  private static boolean inGroup(String apiVersion, String group) {
    return apiVersion.startsWith(group + "/");
  }
}
