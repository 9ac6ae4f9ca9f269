package io.beskar7.apiserver;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.resource.Address;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.Namespaces;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.WriteOptions;
import java.util.List;

/** What every cluster has from the beginning. */
final class FirstObjects {
  private FirstObjects() {}

  static void create(Context context) {
    ResourceType type = context.registry().find("", "namespaces").orElseThrow();
    for (String name : List.of("default", "kube-system", "kube-public", "kube-node-lease")) {
      if (context.store().snapshot().get(Namespaces.key(name)) == null) {
        ObjectNode namespace = Json.object();
        namespace.putObject("metadata").put("name", name);
        context
            .creator()
            .create(
                new Address(type, type.storage(), "", name, ""),
                new TreeReader.Document(namespace, List.of()),
                WriteOptions.internal());
      }
    }
  }
}
