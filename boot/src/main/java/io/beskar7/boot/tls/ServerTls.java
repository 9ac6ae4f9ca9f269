package io.beskar7.boot.tls;

import io.beskar7.boot.tls.Certificates.Keyed;
import io.beskar7.domain.time.Time;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate this process shows, renewed in time. All replicas share one authority, kept in a
 * Secret, so that a machine trusts whichever of them answers; each signs a certificate of its own,
 * so that names of replicas never have to be merged. Who brings certificates of his own (a Secret
 * with tls.crt and tls.key and without ca.key) is served with those.
 */
public final class ServerTls implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerTls.class);
  private static final Duration LIFE = Duration.ofDays(90);
  private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
  private static final Duration LOOK = Duration.ofHours(12);
  private static final String ALIAS = "boot";

  private final SslContextFactory.Server jetty = new SslContextFactory.Server();
  private final AuthoritySecret secret;
  private final List<String> names;
  private final Time time;
  private volatile String caPem = "";
  private volatile Time.Timer timer = () -> {};
  private volatile boolean closed;

  private ServerTls(AuthoritySecret secret, List<String> names, Time time) {
    this.secret = secret;
    this.names = List.copyOf(names);
    this.time = time;
  }

  /**
   * Reads the Secret, or makes it.
   *
   * @param namespace of the Secret, made when missing
   * @param names host names and addresses by which machines call this server
   * @throws KubernetesClientException when the API does not answer
   * @throws IOException when the Secret holds what cannot be used
   */
  public static ServerTls start(
      KubernetesClient client, String namespace, List<String> names, Time time) throws IOException {
    ServerTls tls = new ServerTls(new AuthoritySecret(client, namespace, time), names, time);
    tls.refresh();
    tls.lookLater();
    return tls;
  }

  /** What Jetty serves with; reloaded in place on renewal. */
  public SslContextFactory.Server jetty() {
    return jetty;
  }

  /** What machines are told to trust. */
  public String caPem() {
    return caPem;
  }

  private void lookLater() {
    timer = time.schedule(LOOK, this::look);
    if (closed) {
      timer.cancel();
    }
  }

  private void look() {
    try {
      refresh();
    } catch (IOException | KubernetesClientException e) {
      LOG.atWarn().setCause(e).log("certificate of the boot server not renewed, tried again later");
    } finally {
      if (!closed) {
        lookLater();
      }
    }
  }

  private void refresh() throws IOException {
    switch (secret.read()) {
      case AuthoritySecret.Ours ours -> sign(ours.authority());
      case AuthoritySecret.Given given -> use(given.chain(), given.key(), given.caPem());
    }
  }

  private void sign(Keyed authority) throws IOException {
    String pem = Pem.of(authority.certificate());
    if (pem.equals(caPem) && !runsOut()) {
      return;
    }
    Keyed own = Certificates.server(authority, ServerNames.of(names), time.now(), LIFE);
    use(List.of(own.certificate(), authority.certificate()), own.key(), pem);
  }

  private boolean runsOut() throws IOException {
    try {
      X509Certificate shown = (X509Certificate) jetty.getKeyStore().getCertificate(ALIAS);
      return time.now().plus(RENEWED_BEFORE).isAfter(shown.getNotAfter().toInstant());
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate in use cannot be read", e);
    }
  }

  private void use(List<X509Certificate> chain, PrivateKey key, String ca) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, new char[0], chain.toArray(X509Certificate[]::new));
      jetty.reload(
          factory -> {
            factory.setKeyStore(store);
            factory.setKeyStorePassword("");
          });
      caPem = ca;
      LOG.atInfo()
          .addKeyValue("notAfter", chain.getFirst().getNotAfter().toInstant())
          .log("certificate of the boot server in use");
    } catch (Exception e) {
      throw new IOException("the certificate of the boot server cannot be used", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    timer.cancel();
  }
}
