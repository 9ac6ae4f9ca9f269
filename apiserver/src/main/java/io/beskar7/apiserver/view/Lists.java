package io.beskar7.apiserver.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Lister;

/** Metadata of lists and bookmarks. */
public final class Lists {
  private Lists() {}

  /** {@code metadata} of a page. */
  public static ObjectNode metadata(Lister.Page page) {
    ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(page.revision()));
    if (!page.next().isEmpty()) {
      metadata.put("continue", page.next());
      if (page.remaining() > 0) {
        metadata.put("remainingItemCount", page.remaining());
      }
    }
    return metadata;
  }

  /** {@code metadata} of a bookmark. */
  public static ObjectNode bookmark(long revision, boolean initialEventsEnd) {
    ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(revision));
    metadata.putNull("creationTimestamp");
    if (initialEventsEnd) {
      metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
    }
    return metadata;
  }
}
