package io.beskar7.apiserver.gc;

import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.resource.Address;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.DeleteOptions;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Snapshot;
import java.util.ArrayList;
import java.util.List;

/** Deletes objects on the server's own account, exactly the ones that were looked at. */
final class Deletion {
  private final Context context;

  Deletion(Context context) {
    this.context = context;
  }

  void delete(Entry entry, String propagation) {
    ResourceType type = context.registry().ofKey(entry.key()).orElseThrow();
    Address at = new Address(type, type.storage(), namespace(entry), name(entry), "");
    try {
      context.deleter().delete(at, new DeleteOptions(entry.facts().uid(), "", propagation, false));
    } catch (ApiException e) {
      if (e.code() != 404 && e.code() != 409) {
        throw e;
      }
    }
  }

  /**
   * Deletes all objects whose key begins with {@code prefix}.
   *
   * @return what is still there
   */
  List<Entry> deleteAll(String prefix) {
    for (Entry entry : under(prefix)) {
      if (!entry.facts().deleting()) {
        delete(entry, "Background");
      }
    }
    return under(prefix);
  }

  private List<Entry> under(String prefix) {
    List<Entry> found = new ArrayList<>();
    context.store().snapshot().entries().forEach(prefix, Snapshot.end(prefix), found::add);
    return found;
  }

  String namespace(Entry entry) {
    String[] parts = entry.key().split("/", -1);
    return parts[parts.length - 2];
  }

  static String name(Entry entry) {
    return entry.key().substring(entry.key().lastIndexOf('/') + 1);
  }
}
