package io.beskar7.redfish.client;

import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A resource as it was read.
 *
 * @param etag for If-Match: the header, else the body's; null when there is none
 */
record Resource(String path, Json body, @Nullable String etag) {
  private static final String GZIP = "-gzip\"";

  static Resource of(String path, Json body, Reply.Answer answer) {
    String header = answer.header("ETag");
    String tag = header == null || header.isBlank() ? body.text("@odata.etag") : header.strip();
    return new Resource(path, body, tag == null ? null : cleaned(tag));
  }

  /** An empty tag matches nothing; a suffix for compression is not part of what If-Match knows. */
  private static @Nullable String cleaned(String tag) {
    if (tag.equals("\"\"") || tag.equals("W/\"\"") || !Headers.valid(tag)) {
      return null;
    }
    return tag.endsWith(GZIP) ? tag.substring(0, tag.length() - GZIP.length()) + "\"" : tag;
  }
}
