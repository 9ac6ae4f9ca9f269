package io.beskar7.boot.script;

import io.beskar7.boot.http.Call;
import io.beskar7.domain.hardware.Macs;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What a machine says of itself when it asks for its script.
 *
 * @param mac normalised; null when absent or no MAC address
 */
record Caller(@Nullable String mac, @Nullable String uuid, @Nullable String serial) {
  private static final int MAX_CHARS = 128;

  static Caller of(Call call) {
    return new Caller(
        Macs.normalise(call.query("mac")), cut(call.query("uuid")), cut(call.query("serial")));
  }

  /** The same said again, encoded so that it stays a URL within a script. */
  String query() {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    add(query, "mac", mac);
    add(query, "uuid", uuid);
    add(query, "serial", serial);
    return query.toString();
  }

  private static void add(StringJoiner query, String name, @Nullable String value) {
    if (value != null) {
      // Colons are safe in a query, and people read MAC addresses with them.
      String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
      query.add(name + "=" + encoded);
    }
  }

  private static @Nullable String cut(@Nullable String value) {
    return value == null || value.length() <= MAX_CHARS ? value : value.substring(0, MAX_CHARS);
  }
}
