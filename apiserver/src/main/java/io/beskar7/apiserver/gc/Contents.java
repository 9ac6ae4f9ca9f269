package io.beskar7.apiserver.gc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.Releaser;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Times;
import io.beskar7.apiserver.store.Entry;
import java.util.ArrayList;
import java.util.List;

/** Empties namespaces and kinds that are going, and lets them go when they are empty. */
final class Contents {
  private final Context context;
  private final Deletion deletion;
  private final Releaser releaser;

  Contents(Context context, Deletion deletion, Releaser releaser) {
    this.context = context;
    this.deletion = deletion;
    this.releaser = releaser;
  }

  void emptyNamespace(Entry namespace, ResourceType type) {
    String name = Deletion.name(namespace);
    List<String> left = new ArrayList<>();
    for (ResourceType content : context.registry().all()) {
      if (content.namespaced()) {
        int count = deletion.deleteAll(content.prefix(name)).size();
        if (count > 0) {
          left.add(
              content.plural() + "." + content.group() + " has " + count + " resource instances");
        }
      }
    }
    releaser.edit(
        type,
        namespace.key(),
        namespace.facts().uid(),
        object -> {
          if (left.isEmpty()) {
            Json.child(object, "spec").putArray("finalizers");
          } else {
            explain(object, left);
          }
        });
  }

  private void explain(ObjectNode namespace, List<String> left) {
    String message = "Some resources are remaining: " + String.join(", ", left);
    ArrayNode conditions = Json.child(namespace, "status").withArray("conditions");
    if (!conditions.isEmpty() && Json.text(conditions.get(0), "message").equals(message)) {
      return;
    }
    conditions.removeAll();
    conditions
        .addObject()
        .put("type", "NamespaceContentRemaining")
        .put("status", "True")
        .put("lastTransitionTime", Times.seconds(context.clock().instant()))
        .put("reason", "SomeResourcesRemain")
        .put("message", message);
  }

  void emptyKind(Entry definition, ResourceType type) {
    ObjectNode spec = Json.child(definition.tree(), "spec");
    String prefix =
        ResourceType.prefix(Json.text(spec, "group"), Json.text(spec, "names", "plural"));
    if (deletion.deleteAll(prefix).isEmpty()) {
      releaser.release(type, definition, Finalizers.INSTANCES);
    }
  }
}
