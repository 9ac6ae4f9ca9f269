package io.beskar7.operator.kube;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;

/**
 * Changes single fields of objects that others write too: by a merge patch that carries the version
 * read, so that it never lands on something else than what was looked at.
 */
public final class MergePatcher {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);

  private final KubernetesClient client;

  public MergePatcher(KubernetesClient client) {
    this.client = client;
  }

  /**
   * Sends the patch.
   *
   * @param fields what is to change, without metadata.resourceVersion, which is added
   */
  public <T extends HasMetadata> WriteResult<T> patch(T read, ObjectNode fields) {
    ObjectNode body = fields.deepCopy();
    body.withObject("/metadata").put("resourceVersion", read.getMetadata().getResourceVersion());
    return Writes.attempt(() -> client.resource(read).patch(MERGE, body.toString()));
  }
}
