package io.beskar7.boot.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path, and who answers there.
 *
 * @param name for logs and metrics
 * @param pattern path whose {names} stand for one segment each, which must be a Kubernetes name
 */
public record Route(String name, String method, String pattern, Endpoint endpoint) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  /** Answers one request; may block. */
  @FunctionalInterface
  public interface Endpoint {
    /**
     * @throws Refusal to answer something else than success
     */
    Reply answer(Call call);
  }

  /** What stands in the places of the {names}; null when the path is another one. */
  @Nullable Map<String, String> match(List<String> path) {
    List<String> parts = List.of(pattern.substring(1).split("/", -1));
    if (parts.size() != path.size()) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < parts.size(); at++) {
      String part = parts.get(at);
      if (part.startsWith("{")) {
        if (!NAME.matcher(path.get(at)).matches()) {
          return null;
        }
        values.put(part.substring(1, part.length() - 1), path.get(at));
      } else if (!part.equals(path.get(at))) {
        return null;
      }
    }
    return values;
  }
}
