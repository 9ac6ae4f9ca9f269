package io.beskar7.redfish.client;

import io.beskar7.redfish.Target;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request shows to be let in. */
sealed interface Auth {
  Map<String, String> headers();

  /**
   * @param path where the session can be deleted, null when the service did not say
   */
  record Session(String token, @Nullable String path) implements Auth {
    @Override
    public Map<String, String> headers() {
      return Map.of("X-Auth-Token", token);
    }

    @Override
    public String toString() {
      return "Session[token=***]";
    }
  }

  /** The user name and the password, with each request. */
  record Basic(String header) implements Auth {
    static Basic of(Target target) {
      String pair = target.username() + ":" + target.password();
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      return new Basic("Basic " + Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public Map<String, String> headers() {
      return Map.of("Authorization", header);
    }

    @Override
    public String toString() {
      return "Basic[header=***]";
    }
  }
}
