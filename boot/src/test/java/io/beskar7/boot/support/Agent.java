package io.beskar7.boot.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** A machine, as far as the boot server sees it: knows nothing but a port and what it is told. */
public final class Agent {
  private static final Pattern PARAMETER = Pattern.compile("(\\S+?)=(\\S+)");

  private final int port;
  private final HttpClient clear =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Agent(int port) {
    this.port = port;
  }

  /** Asks for its script in clear, as iPXE does. */
  public String script(String query) {
    HttpResponse<String> answer = get("/api/v1/boot?" + query);
    if (answer.statusCode() != 200) {
      throw new AssertionError("script answered with " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  /** The parameters of the kernel line of a script. */
  public static Map<String, String> parameters(String script) {
    String line =
        script
            .lines()
            .filter(l -> l.startsWith("kernel ") || l.startsWith("set "))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no kernel line in: " + script));
    Map<String, String> parameters = new TreeMap<>();
    Matcher matcher = PARAMETER.matcher(line);
    while (matcher.find()) {
      parameters.put(matcher.group(1), matcher.group(2));
    }
    return parameters;
  }

  public HttpResponse<String> get(String path) {
    return send(clear, request("http", path).GET().build());
  }

  public HttpResponse<String> postInClear(String path, String token, String body) {
    return send(
        clear,
        request("http", path)
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** What the machine becomes with a script that starts a kernel. */
  public Booted bootOnce(String script) {
    return new Booted(parameters(script));
  }

  /** A machine that runs the inspection image. */
  public final class Booted {
    private final Map<String, String> parameters;
    private final String caPem;
    private final HttpClient tls;

    Booted(Map<String, String> parameters) {
      this.parameters = parameters;
      this.caPem =
          new String(
              Base64.getDecoder().decode(parameters.get("beskar7.ca")), StandardCharsets.US_ASCII);
      this.tls = trusting(caPem);
    }

    public String token() {
      return parameters.get("beskar7.token");
    }

    public Map<String, String> parameters() {
      return parameters;
    }

    public HttpResponse<String> report(String body) {
      return post("inspection", body);
    }

    public HttpResponse<String> bootstrap() {
      return send(tls, authorized(path("bootstrap")).GET().build());
    }

    /** The same, called from another address of the loopback. */
    public HttpResponse<String> bootstrapFrom(String address) {
      return send(trustingFrom(caPem, address), authorized(path("bootstrap")).GET().build());
    }

    public HttpResponse<String> post(String what, String body) {
      return postTo(path(what), body);
    }

    public HttpResponse<String> postTo(String path, String body) {
      return send(tls, authorized(path).POST(BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder authorized(String path) {
      return request("https", path).header("Authorization", "Bearer " + token());
    }

    private String path(String what) {
      return "/api/v1/%s/%s/%s"
          .formatted(what, parameters.get("beskar7.namespace"), parameters.get("beskar7.host"));
    }
  }

  /** A client that trusts one CA and nothing else. */
  public static HttpClient trusting(String caPem) {
    return trustingFrom(caPem, "127.0.0.1");
  }

  private static HttpClient trustingFrom(String caPem, String address) {
    try {
      KeyStore trust = KeyStore.getInstance("PKCS12");
      trust.load(null, null);
      trust.setCertificateEntry(
          "ca",
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(caPem.getBytes(StandardCharsets.US_ASCII))));
      TrustManagerFactory managers =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(trust);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      return HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .sslContext(context)
          .localAddress(InetAddress.getByName(address))
          .build();
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("CA cannot be used", e);
    }
  }

  /** The certificate a server shows, whatever is to be thought of it. */
  public static X509Certificate presented(int port) {
    X509TrustManager anything =
        new X509TrustManager() {
          @Override
          public void checkClientTrusted(X509Certificate[] chain, String type) {}

          @Override
          public void checkServerTrusted(X509Certificate[] chain, String type) {}

          @Override
          public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
          }
        };
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {anything}, null);
      try (SSLSocket socket =
          (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
        return (X509Certificate) socket.getSession().getPeerCertificates()[0];
      }
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError("no certificate shown", e);
    }
  }

  public HttpRequest.Builder request(String scheme, String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(30));
  }

  public static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(request.method() + " " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
