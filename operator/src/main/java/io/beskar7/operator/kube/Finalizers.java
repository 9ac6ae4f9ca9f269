package io.beskar7.operator.kube;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.operator.kube.WriteResult.Unchanged;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets and drops one finalizer by a merge patch that carries the version read: the list is replaced
 * as a whole, so without the version another controller's finalizer could be lost.
 */
public final class Finalizers {
  public static final String PHYSICAL_HOST = "physicalhost.infrastructure.cluster.x-k8s.io";
  public static final String BESKAR7_MACHINE = "beskar7machine.infrastructure.cluster.x-k8s.io";
  public static final String BESKAR7_CLUSTER = "beskar7cluster.infrastructure.cluster.x-k8s.io";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;

  public Finalizers(KubernetesClient client) {
    this.client = client;
  }

  /** Whether the object has it. */
  public static boolean has(HasMetadata object, String finalizer) {
    List<String> present = object.getMetadata().getFinalizers();
    return present != null && present.contains(finalizer);
  }

  /** Sets it, unless it is there. */
  public <T extends HasMetadata> WriteResult<T> add(T read, String finalizer) {
    if (has(read, finalizer)) {
      return new Unchanged<>(read);
    }
    List<String> next = present(read);
    next.add(finalizer);
    return patch(read, next);
  }

  /** Drops it, unless it is gone. An object that no longer exists has no finalizer either. */
  public <T extends HasMetadata> WriteResult<T> drop(T read, String finalizer) {
    if (!has(read, finalizer)) {
      return new Unchanged<>(read);
    }
    List<String> next = present(read);
    next.removeIf(finalizer::equals);
    return patch(read, next);
  }

  private static List<String> present(HasMetadata read) {
    List<String> present = read.getMetadata().getFinalizers();
    return present == null ? new ArrayList<>() : new ArrayList<>(present);
  }

  private <T extends HasMetadata> WriteResult<T> patch(T read, List<String> finalizers) {
    ObjectNode metadata = JsonNodeFactory.instance.objectNode();
    metadata.put("resourceVersion", read.getMetadata().getResourceVersion());
    metadata.set("finalizers", JSON.valueToTree(finalizers));
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set("metadata", metadata);
    return Writes.attempt(() -> client.resource(read).patch(MERGE, body.toString()));
  }
}
