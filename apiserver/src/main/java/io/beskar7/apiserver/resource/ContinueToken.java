package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.Refusals;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page begins, and the revision all pages show. */
record ContinueToken(long revision, String key) {
  String encode() {
    byte[] text = (revision + " " + key).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  static ContinueToken parse(String token) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      int space = text.indexOf(' ');
      return new ContinueToken(Long.parseLong(text.substring(0, space)), text.substring(space + 1));
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException _) {
      throw Refusals.badRequest("continue: the token was not issued by this server");
    }
  }
}
