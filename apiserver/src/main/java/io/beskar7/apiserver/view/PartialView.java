package io.beskar7.apiserver.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Lister;
import io.beskar7.apiserver.store.Entry;
import java.io.IOException;
import java.io.OutputStream;

/** Metadata only: {@code PartialObjectMetadata} of {@code meta.k8s.io/v1}. */
public final class PartialView implements View {
  private static final String API_VERSION = "meta.k8s.io/v1";

  /** The metadata of one object, as an object of its own. */
  public static ObjectNode partial(Entry entry) {
    ObjectNode partial = head("PartialObjectMetadata");
    partial.set("metadata", entry.tree().path("metadata"));
    return partial;
  }

  private static ObjectNode head(String kind) {
    return Json.object().put("kind", kind).put("apiVersion", API_VERSION);
  }

  @Override
  public void object(Entry entry, OutputStream out) throws IOException {
    out.write(Json.bytes(partial(entry)));
  }

  @Override
  public void list(Lister.Page page, OutputStream out) throws IOException {
    ObjectNode list = head("PartialObjectMetadataList");
    list.set("metadata", Lists.metadata(page));
    ArrayNode items = list.putArray("items");
    page.entries().forEach(entry -> items.add(partial(entry)));
    out.write(Json.bytes(list));
  }

  @Override
  public void change(Entry entry, OutputStream out) throws IOException {
    object(entry, out);
  }

  @Override
  public void bookmark(long revision, boolean initialEventsEnd, OutputStream out)
      throws IOException {
    ObjectNode partial = head("PartialObjectMetadata");
    partial.set("metadata", Lists.bookmark(revision, initialEventsEnd));
    out.write(Json.bytes(partial));
  }

  @Override
  public String contentType() {
    return "application/json";
  }
}
