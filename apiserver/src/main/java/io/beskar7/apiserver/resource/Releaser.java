package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.store.Encoding;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.store.Store;
import io.beskar7.apiserver.store.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The server's own changes to objects, past the rules for clients; what then holds nothing back any
 * more goes.
 */
public final class Releaser {
  private final Store store;

  public Releaser(Store store) {
    this.store = store;
  }

  /** Edits the object under {@code key} as long as it is the one with that UID. */
  public void edit(ResourceType type, String key, String uid, Consumer<ObjectNode> edit) {
    boolean done = false;
    while (!done) {
      Entry old = store.snapshot().get(key);
      if (old == null || !old.facts().uid().equals(uid)) {
        return;
      }
      ObjectNode next = old.tree();
      edit.accept(next);
      boolean gone = Deletions.complete(next, type.behaviour());
      if (!gone && next.equals(old.tree())) {
        return;
      }
      Encoding.Template encoded = Encoding.encode(next);
      Write write =
          gone
              ? Write.delete(key, old.revision(), encoded)
              : Write.put(key, old.revision(), encoded);
      done = store.write(write) instanceof Write.Outcome.Committed;
    }
  }

  /** Takes away one finalizer. */
  public void release(ResourceType type, Entry entry, String finalizer) {
    edit(
        type,
        entry.key(),
        entry.facts().uid(),
        object -> {
          ObjectNode metadata = Json.child(object, "metadata");
          List<String> left = new ArrayList<>(Json.texts(metadata.path("finalizers")));
          left.remove(finalizer);
          metadata.set("finalizers", Json.array(left));
          if (left.isEmpty()) {
            metadata.remove("finalizers");
          }
        });
  }
}
