package io.beskar7.redfish.client;

import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Request;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A PATCH under the precondition the service wants. The tag is sent as it was read; where that
 * fails: as read anew, without its weakness mark, as {@code *}, not at all; each once.
 */
final class Patch {
  private enum Rung {
    AS_READ,
    ANEW,
    STRONG,
    ANY,
    NONE
  }

  private final Handle handle;

  Patch(Handle handle) {
    this.handle = handle;
  }

  Reply send(Resource fresh, Map<String, ?> payload) throws Trouble {
    String body = Json.write(payload);
    Resource resource = fresh;
    Reply reply = null;
    String last = null;
    for (Rung rung : Rung.values()) {
      if (rung == Rung.ANEW) {
        resource = handle.get(fresh.path());
      }
      String tag = tag(rung, resource);
      boolean repeats = reply != null && Objects.equals(tag, last);
      if (repeats && rung != Rung.NONE) {
        continue;
      }
      reply = handle.write(request(fresh.path(), body, tag));
      last = tag;
      if (!(reply instanceof Reply.Answer answer)
          || (answer.status() != 412 && answer.status() != 428)) {
        return reply;
      }
    }
    return Objects.requireNonNull(reply);
  }

  private static @Nullable String tag(Rung rung, Resource resource) {
    String tag = resource.etag();
    return switch (rung) {
      case AS_READ, ANEW -> tag;
      case STRONG -> tag != null && tag.startsWith("W/") ? tag.substring(2) : tag;
      case ANY -> "*";
      case NONE -> null;
    };
  }

  private static Request request(String path, String body, @Nullable String tag) {
    Map<String, String> headers = tag == null ? Map.of() : Map.of("If-Match", tag);
    return new Request("PATCH", path, body, headers, true);
  }
}
