package io.beskar7.apiserver.patch;

import io.beskar7.apiserver.error.Refusals;
import java.util.Arrays;
import java.util.List;

/** A JSON pointer (RFC 6901), split into its parent and its last token. */
record Pointer(String parent, String last) {
  static Pointer parse(String path) {
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      throw Refusals.badRequest("path: \"" + path + "\" does not begin with /");
    }
    return new Pointer(path.substring(0, slash), unescape(path.substring(slash + 1)));
  }

  static List<String> tokens(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    if (path.charAt(0) != '/') {
      throw Refusals.badRequest("path: \"" + path + "\" does not begin with /");
    }
    return Arrays.stream(path.substring(1).split("/", -1)).map(Pointer::unescape).toList();
  }

  private static String unescape(String token) {
    return token.replace("~1", "/").replace("~0", "~");
  }
}
