package io.beskar7.redfish.http;

import io.beskar7.redfish.Trust;
import java.net.http.HttpClient;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** One HTTP client for each way of trusting: each costs a selector thread. */
public final class HttpClients implements AutoCloseable {
  private static final int MAX_CLIENTS = 64;

  static {
    // The only way to say it to the JDK client; well below the time between two polls of a BMC,
    // so that idle TLS connections (50 KB each) are gone in between.
    if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
      System.setProperty("jdk.httpclient.keepalive.timeout", "10");
    }
  }

  private record Key(Trust trust, Duration connectTimeout) {}

  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Key, HttpClient> clients = new LinkedHashMap<>(16, 0.75f, true);

  synchronized HttpClient get(Trust trust, Duration connectTimeout) throws CertificateException {
    Key key = new Key(trust, connectTimeout);
    HttpClient client = clients.get(key);
    if (client == null) {
      client = create(key);
      clients.put(key, client);
      dropOldest();
    }
    return client;
  }

  private HttpClient create(Key key) throws CertificateException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .proxy(HttpClient.Builder.NO_PROXY)
        .connectTimeout(key.connectTimeout)
        .sslContext(TlsContexts.of(key.trust))
        .executor(executor)
        .build();
  }

  private void dropOldest() {
    Iterator<HttpClient> oldest = clients.values().iterator();
    while (clients.size() > MAX_CLIENTS) {
      oldest.next().shutdown();
      oldest.remove();
    }
  }

  @Override
  public synchronized void close() {
    clients.values().forEach(HttpClient::shutdownNow);
    clients.clear();
    executor.shutdownNow();
  }
}
