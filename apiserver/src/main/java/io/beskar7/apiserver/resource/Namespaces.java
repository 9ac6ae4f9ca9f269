package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import java.util.List;

/** Nothing is created in a namespace, or of a kind, that is missing or going. */
public final class Namespaces {
  public static final String PREFIX = ResourceType.prefix("", "namespaces");

  private Namespaces() {}

  public static String key(String name) {
    return PREFIX + "/" + name;
  }

  static boolean open(Snapshot state, Address at) {
    return kindOpen(state, at) && namespaceOpen(state, at);
  }

  private static boolean kindOpen(Snapshot state, Address at) {
    Entry definition = state.get(Registry.definitionKey(at.type()));
    return !at.type().custom() || (definition != null && !definition.facts().deleting());
  }

  private static boolean namespaceOpen(Snapshot state, Address at) {
    Entry namespace = state.get(key(at.namespace()));
    return !at.type().namespaced() || (namespace != null && !namespace.facts().deleting());
  }

  static void check(Snapshot state, Address at) {
    if (open(state, at)) {
      return;
    }
    if (!kindOpen(state, at)) {
      throw new ApiException(
          405,
          "MethodNotAllowed",
          "create not allowed while custom resource definition is terminating");
    }
    if (state.get(key(at.namespace())) == null) {
      throw Refusals.notFound(new Refusals.Target("", "namespaces", "Namespace", at.namespace()));
    }
    throw Refusals.forbidden(
            at.target(),
            "unable to create new content in namespace "
                + at.namespace()
                + " because it is being terminated")
        .because(
            List.of(
                new ApiException.Cause(
                    "NamespaceTerminating",
                    "namespace " + at.namespace() + " is being terminated",
                    "metadata.namespace")));
  }
}
