package io.beskar7.simulator.agent;

import io.beskar7.simulator.tls.Digests;
import io.beskar7.simulator.tls.Trust;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kernel parameters of the inspector contract v4.2; of a parameter given twice the last counts.
 *
 * @param target the image to install; null for a machine that is only inspected
 * @param targetDigest as given, {@code sha256:} and 64 hex digits when it is right
 * @param caPem the only authority the agent trusts; null when the API is clear HTTP
 * @param disk the one disk to write; null for the agent's choice
 * @param timeout how long bootstrap data is waited for
 * @param kexec whether the agent starts the new system itself, without the firmware
 * @param run the attempt this boot belongs to: {@code beskar7.run}, else the token's digest
 */
record KernelLine(
    URI api,
    String namespace,
    String host,
    String token,
    @Nullable URI target,
    @Nullable String targetDigest,
    @Nullable String providerId,
    @Nullable String caPem,
    @Nullable String disk,
    Duration timeout,
    boolean kexec,
    String run) {
  private static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

  /**
   * @throws IllegalArgumentException naming the parameter that is missing or wrong, never its value
   */
  static KernelLine parse(String line) {
    Map<String, String> values = new HashMap<>();
    for (String word : line.strip().split("\\s+")) {
      int equals = word.indexOf('=');
      if (word.startsWith("beskar7.") && equals > 0) {
        values.put(word.substring("beskar7.".length(), equals), word.substring(equals + 1));
      }
    }
    String token = required(values, "token");
    URI api = uri("api", required(values, "api"));
    String ca = values.get("ca");
    if (ca == null && api.getScheme().equals("https")) {
      throw new IllegalArgumentException("beskar7.ca is missing, but beskar7.api is https");
    }
    String target = values.get("target");
    return new KernelLine(
        api,
        required(values, "namespace"),
        required(values, "host"),
        token,
        target == null ? null : uri("target", target),
        values.get("target-digest"),
        values.get("provider-id"),
        ca == null ? null : pem(ca),
        values.get("disk"),
        timeout(values.get("timeout")),
        "kexec".equals(values.get("deploy-mode")),
        values.getOrDefault("run", tokenHash(token)));
  }

  /** SHA-256 of the token, hex: what may be logged and compared. */
  String tokenHash() {
    return tokenHash(token);
  }

  private static String tokenHash(String token) {
    return Digests.hex(Digests.sha256(token.getBytes(StandardCharsets.UTF_8)));
  }

  private static String required(Map<String, String> values, String name) {
    String value = values.get(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException("beskar7." + name + " is missing");
    }
    return value;
  }

  private static URI uri(String name, String value) {
    URI uri = URI.create(value);
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw new IllegalArgumentException("beskar7." + name + " is not a URL");
    }
    return uri;
  }

  private static String pem(String base64) {
    String pem;
    try {
      pem = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("beskar7.ca is not base64", e);
    }
    Trust.requireCertificates("beskar7.ca", pem);
    return pem;
  }

  /** Whole seconds, or minutes with an m behind. */
  private static Duration timeout(@Nullable String value) {
    if (value == null) {
      return DEFAULT_TIMEOUT;
    }
    if (!value.matches("\\d{1,6}[sm]?")) {
      throw new IllegalArgumentException("beskar7.timeout is not a number of seconds");
    }
    long number = Long.parseLong(value.replaceAll("[sm]", ""));
    return value.endsWith("m") ? Duration.ofMinutes(number) : Duration.ofSeconds(number);
  }

  /** Without the token. */
  @Override
  public String toString() {
    return api + " " + namespace + "/" + host;
  }
}
