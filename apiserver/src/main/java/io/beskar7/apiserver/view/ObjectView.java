package io.beskar7.apiserver.view;

import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Lister;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Version;
import io.beskar7.apiserver.store.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Whole objects: the stored bytes, with the version that was asked for. */
public final class ObjectView implements View {
  private final ResourceType type;
  private final Version version;
  private final byte[] apiVersion;

  public ObjectView(ResourceType type, Version version) {
    this.type = type;
    this.version = version;
    this.apiVersion = type.quotedApiVersion(version);
  }

  @Override
  public void object(Entry entry, OutputStream out) throws IOException {
    entry.writeTo(out, apiVersion);
  }

  @Override
  public void list(Lister.Page page, OutputStream out) throws IOException {
    var head =
        Json.object()
            .put("kind", type.names().listKind())
            .put("apiVersion", type.apiVersion(version));
    head.set("metadata", Lists.metadata(page));
    byte[] bytes = Json.bytes(head);
    out.write(bytes, 0, bytes.length - 1);
    out.write(",\"items\":[".getBytes(StandardCharsets.US_ASCII));
    boolean first = true;
    for (Entry entry : page.entries()) {
      if (!first) {
        out.write(',');
      }
      first = false;
      object(entry, out);
    }
    out.write("]}".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void change(Entry entry, OutputStream out) throws IOException {
    object(entry, out);
  }

  @Override
  public void bookmark(long revision, boolean initialEventsEnd, OutputStream out)
      throws IOException {
    var object = Json.object();
    type.stamp(object, version);
    object.set("metadata", Lists.bookmark(revision, initialEventsEnd));
    out.write(Json.bytes(object));
  }

  @Override
  public String contentType() {
    return "application/json";
  }
}
