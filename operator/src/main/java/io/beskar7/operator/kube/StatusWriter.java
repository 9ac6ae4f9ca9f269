package io.beskar7.operator.kube;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.operator.kube.WriteResult.Unchanged;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Writes by PUT at the version that was read, and not at all when nothing would change. Objects
 * that are passed in are never changed: they may belong to a cache.
 */
public final class StatusWriter {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KubernetesClient client;

  public StatusWriter(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Writes the status subresource.
   *
   * @param read the object as it was read; its resourceVersion guards the write
   * @param status the whole new status, with the parts of other writers copied unchanged
   */
  public <S, T extends CustomResource<?, S>> WriteResult<T> status(T read, S status) {
    if (same(read.getStatus(), status)) {
      return new Unchanged<>(read);
    }
    T next = copy(read);
    next.setStatus(status);
    return Writes.attempt(() -> client.resource(next).updateStatus());
  }

  /**
   * Writes everything but the status.
   *
   * @param read the object as it was read; its resourceVersion guards the write
   * @param next a changed copy of it
   */
  public <T extends HasMetadata> WriteResult<T> update(T read, T next) {
    if (same(read, next)) {
      return new Unchanged<>(read);
    }
    T guarded = copy(next);
    guarded.getMetadata().setResourceVersion(read.getMetadata().getResourceVersion());
    return Writes.attempt(() -> client.resource(guarded).update());
  }

  /** A deep copy that may be changed. */
  public <T> T copy(T object) {
    return client.getKubernetesSerialization().clone(object);
  }

  private static boolean same(Object one, Object other) {
    JsonNode left = JSON.valueToTree(one);
    JsonNode right = JSON.valueToTree(other);
    return left.equals(right);
  }
}
