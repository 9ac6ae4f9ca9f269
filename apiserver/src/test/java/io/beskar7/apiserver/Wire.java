package io.beskar7.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Plain HTTP requests to an API, and what came back, byte by byte. */
final class Wire implements AutoCloseable {
  static final String MAPS = "/api/v1/namespaces/default/configmaps";
  static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String url;
  private final String token;
  private final SSLContext tls;
  private final HttpClient client;

  /** A response whose body is text. */
  record Answer(int code, HttpResponse<byte[]> response) {
    String text() {
      return new String(response.body(), StandardCharsets.UTF_8);
    }

    JsonNode body() {
      return parse(text());
    }

    Answer expect(int wanted) {
      if (code != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + code + ": " + text());
      }
      return this;
    }
  }

  Wire(EmbeddedApi api) throws IOException {
    this.url = api.url();
    this.token = Files.readString(tokenOf(api)).strip();
    this.tls = trusting(api.caCertificatePem());
    this.client =
        HttpClient.newBuilder().sslContext(tls).version(HttpClient.Version.HTTP_1_1).build();
  }

  private static Path tokenOf(EmbeddedApi api) {
    return api.kubeconfig().resolveSibling("pki/admin.token");
  }

  private static SSLContext trusting(String pem) throws IOException {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(bytes));
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(null, trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  static String map(String name, String value) {
    return "{\"metadata\":{\"name\":\"%s\"},\"data\":{\"k\":\"%s\"}}".formatted(name, value);
  }

  SSLContext tls() {
    return tls;
  }

  URI uri(String path) {
    return URI.create(url + path);
  }

  String token() {
    return token;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .header("Authorization", "Bearer " + token)
        .timeout(Duration.ofSeconds(30));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).build());
  }

  Answer send(String method, String path, String body) throws IOException, InterruptedException {
    return send(method, path, "application/json", body);
  }

  Answer send(String method, String path, String type, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  Answer merge(String path, String body) throws IOException, InterruptedException {
    return send("PATCH", path, "application/merge-patch+json", body);
  }

  Answer send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response);
  }

  /** Opens a watch; its events come as the stream is read. */
  Stream<JsonNode> watch(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + token).build();
    HttpResponse<Stream<String>> response =
        client.send(request, HttpResponse.BodyHandlers.ofLines());
    if (response.statusCode() != 200) {
      throw new AssertionError("watch " + path + ": " + response.statusCode());
    }
    return response.body().filter(line -> !line.isBlank()).map(Wire::parse);
  }

  String version(String path) throws IOException, InterruptedException {
    return get(path).expect(200).body().at("/metadata/resourceVersion").asText();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
