package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import io.beskar7.simulator.tls.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Strong entity tags (RFC 9110 section 8.8.3) over what a resource says. */
final class EntityTag {
  private EntityTag() {}

  static String of(ObjectNode document) {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return '"' + Digests.hex(Digests.sha256(bytes)).substring(0, 16) + '"';
  }

  /** The document with its tag in header and body, or 304. */
  static HttpReply reply(HttpRequest request, ObjectNode document) {
    String tag = of(document);
    if (request.headers().has("If-None-Match", tag)) {
      return HttpReply.empty(304).with("ETag", tag);
    }
    return tagged(document);
  }

  /** The document with its tag in header and body. */
  static HttpReply tagged(ObjectNode document) {
    String tag = of(document);
    return HttpReply.json(200, document.put("@odata.etag", tag)).with("ETag", tag);
  }

  /** Why a write to the document is refused, if it is. */
  static Optional<HttpReply> refusal(HttpRequest request, ObjectNode document, boolean required) {
    @Nullable String expected = request.headers().first("If-Match");
    if (expected == null) {
      return required
          ? Optional.of(
              RedfishError.of(428, "PreconditionRequired", "A precondition header is required."))
          : Optional.empty();
    }
    return expected.equals("*") || expected.equals(of(document))
        ? Optional.empty()
        : Optional.of(
            RedfishError.of(
                412, "PreconditionFailed", "The ETag supplied did not match the resource."));
  }
}
