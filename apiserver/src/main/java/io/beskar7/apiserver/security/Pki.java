package io.beskar7.apiserver.security;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The server's own authority and the administrator's token, kept in the data directory; a leaf key
 * is made per start.
 */
public final class Pki {
  private final Issuer.Pair authority;
  private final Issuer.Pair server;
  private final String token;

  private Pki(Issuer.Pair authority, Issuer.Pair server, String token) {
    this.authority = authority;
    this.server = server;
    this.token = token;
  }

  /**
   * Reads the authority and the token, or makes them, and issues a certificate for {@code
   * bindAddress}.
   */
  public static Pki open(Path directory, String bindAddress, Instant now) {
    try {
      Files.createDirectories(directory);
      Issuer issuer = new Issuer(now);
      Issuer.Pair authority = authority(directory, issuer);
      Set<String> addresses = new LinkedHashSet<>(List.of("127.0.0.1", "::1"));
      addresses.add(InetAddress.getByName(bindAddress).getHostAddress());
      Set<String> names =
          new LinkedHashSet<>(
              List.of("localhost", "kubernetes", "kubernetes.default", "kubernetes.default.svc"));
      names.add(InetAddress.getLocalHost().getHostName());
      Issuer.Pair server = issuer.server(authority, List.copyOf(names), List.copyOf(addresses));
      return new Pki(authority, server, token(directory));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("keys in " + directory + ": " + e.getMessage(), e);
    }
  }

  private static Issuer.Pair authority(Path directory, Issuer issuer)
      throws GeneralSecurityException {
    Path key = directory.resolve("ca.key");
    Path certificate = directory.resolve("ca.crt");
    if (Files.exists(key) && Files.exists(certificate)) {
      return new Issuer.Pair(
          Pem.key(PrivateFile.read(key)), Pem.certificate(PrivateFile.read(certificate)));
    }
    Issuer.Pair made = issuer.authority("beskar7-api-ca");
    PrivateFile.write(key, Pem.encode("PRIVATE KEY", made.key().getEncoded()));
    PrivateFile.write(certificate, Pem.encode("CERTIFICATE", made.certificate().getEncoded()));
    return made;
  }

  private static String token(Path directory) {
    Path file = directory.resolve("admin.token");
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      PrivateFile.write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }
    return PrivateFile.read(file).trim();
  }

  public String authorityPem() {
    try {
      return Pem.encode("CERTIFICATE", authority.certificate().getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String token() {
    return token;
  }

  /** Key and chain for the TLS listener; the password only names the in-memory entry. */
  public KeyStore keyStore(String password) {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      PrivateKey key = server.key();
      X509Certificate leaf = server.certificate();
      store.setKeyEntry(
          "server", key, password.toCharArray(), new Certificate[] {leaf, authority.certificate()});
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("TLS key store", e);
    }
  }
}
