package io.beskar7.boot.tls;

import io.beskar7.boot.tls.Certificates.Keyed;
import io.beskar7.domain.time.Time;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Secret with the authority of all boot servers of one installation. */
final class AuthoritySecret {
  static final String NAME = "beskar7-boot-tls";

  private static final Duration LIFE = Duration.ofDays(3650);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(180);
  private static final int TRIES = 5;
  private static final String CA_CERT = "ca.crt";
  private static final String CA_KEY = "ca.key";
  private static final String CERT = "tls.crt";
  private static final String KEY = "tls.key";

  private final KubernetesClient client;
  private final String namespace;
  private final Time time;

  AuthoritySecret(KubernetesClient client, String namespace, Time time) {
    this.client = client;
    this.namespace = namespace;
    this.time = time;
  }

  /** What the Secret holds. */
  sealed interface Content {}

  /** Our own authority, which signs for us. */
  record Ours(Keyed authority) implements Content {}

  /** The user's certificate; {@code caPem} is what machines are told to trust. */
  record Given(List<X509Certificate> chain, PrivateKey key, String caPem) implements Content {
    @Override
    public String toString() {
      return "Given[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
  }

  /** Reads it, makes it when it is missing, renews an authority that runs out. */
  Content read() throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      Secret found = client.secrets().inNamespace(namespace).withName(NAME).get();
      Content content = found == null ? null : parse(found);
      if (content != null && !(content instanceof Ours ours && runsOut(ours))) {
        return content;
      }
      Keyed authority = Certificates.authority(time.now(), LIFE);
      if (write(found, authority)) {
        return new Ours(authority);
      }
    }
    throw new IOException("Secret " + namespace + "/" + NAME + " is changed again and again");
  }

  private boolean runsOut(Ours ours) {
    return time.now()
        .plus(RENEWED_BEFORE)
        .isAfter(ours.authority().certificate().getNotAfter().toInstant());
  }

  private Content parse(Secret secret) throws IOException {
    try {
      String ca = value(secret, CA_CERT);
      String caKey = value(secret, CA_KEY);
      if (ca != null && caKey != null) {
        return new Ours(new Keyed(Pem.certificates(ca).getFirst(), Pem.key(caKey)));
      }
      String cert = value(secret, CERT);
      String key = value(secret, KEY);
      if (cert != null && key != null) {
        return new Given(Pem.certificates(cert), Pem.key(key), ca == null ? cert : ca);
      }
      throw new GeneralSecurityException("neither ca.crt and ca.key nor tls.crt and tls.key in it");
    } catch (GeneralSecurityException e) {
      throw new IOException(
          "Secret "
              + namespace
              + "/"
              + NAME
              + " cannot be used: "
              + e.getMessage()
              + "; correct it, or delete it to have it made anew",
          e);
    }
  }

  private static @Nullable String value(Secret secret, String key) {
    String encoded = secret.getData() == null ? null : secret.getData().get(key);
    return encoded == null
        ? null
        : new String(Base64.getMimeDecoder().decode(encoded), StandardCharsets.US_ASCII);
  }

  /** False when somebody else was faster. */
  private boolean write(@Nullable Secret found, Keyed authority) {
    SecretBuilder builder =
        found == null
            ? new SecretBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(namespace)
                .endMetadata()
                .withType("Opaque")
            : new SecretBuilder(found);
    Secret secret =
        builder
            .withData(
                Map.of(
                    CA_CERT, encode(Pem.of(authority.certificate())),
                    CA_KEY, encode(Pem.of(authority.key()))))
            .build();
    try {
      if (found == null) {
        ensureNamespace();
        client.resource(secret).create();
      } else {
        client.resource(secret).update();
      }
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == 409) {
        return false;
      }
      throw e;
    }
  }

  private void ensureNamespace() {
    if (client.namespaces().withName(namespace).get() == null) {
      try {
        client
            .resource(
                new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
            .create();
      } catch (KubernetesClientException e) {
        if (e.getCode() != 409) {
          throw e;
        }
      }
    }
  }

  private static String encode(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }
}
