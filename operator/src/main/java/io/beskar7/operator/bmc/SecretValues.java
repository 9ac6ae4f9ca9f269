package io.beskar7.operator.bmc;

import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of a Secret in clear; callers keep them out of messages. */
final class SecretValues {
  private SecretValues() {}

  /** The value as UTF-8 text, or null when the key is missing, empty or not base64. */
  static @Nullable String text(Secret secret, String key) {
    Map<String, String> data = secret.getData();
    String encoded = data == null ? null : data.get(key);
    if (encoded == null || encoded.isEmpty()) {
      return null;
    }
    try {
      String text = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return text.isEmpty() ? null : text;
    } catch (IllegalArgumentException notBase64) {
      return null;
    }
  }

  static String version(Secret secret) {
    return secret.getMetadata().getUid() + "/" + secret.getMetadata().getResourceVersion();
  }
}
