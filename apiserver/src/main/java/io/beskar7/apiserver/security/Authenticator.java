package io.beskar7.apiserver.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Knows the bearer token of the administrator; only its digest stays in memory here. */
public final class Authenticator {
  private static final String SCHEME = "Bearer ";
  private final byte[] adminDigest;

  public Authenticator(String adminToken) {
    this.adminDigest = digest(adminToken);
  }

  /**
   * @param authorization the Authorization header, empty when there is none
   */
  public Optional<Identity> authenticate(String authorization) {
    if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    byte[] given = digest(authorization.substring(SCHEME.length()).trim());
    return MessageDigest.isEqual(given, adminDigest)
        ? Optional.of(Identity.ADMIN)
        : Optional.empty();
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
