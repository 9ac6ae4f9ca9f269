package io.beskar7.apiserver;

import static io.beskar7.apiserver.Wire.MAPS;
import static io.beskar7.apiserver.Wire.map;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseTest {
  @TempDir Path directory;
  private EmbeddedApi api;
  private Wire wire;

  @BeforeEach
  void start() throws Exception {
    api = EmbeddedApi.start(EmbeddedApi.Config.in(directory));
    wire = new Wire(api);
  }

  @AfterEach
  void stop() {
    wire.close();
    api.close();
  }

  @Test
  void longListsAreCompressedForThoseWhoTakeIt() throws Exception {
    for (int i = 0; i < 60; i++) {
      wire.send("POST", MAPS, map("m" + i, "v")).expect(201);
    }
    String plain = wire.get(MAPS).expect(200).text();
    HttpResponse<byte[]> packed = takingGzip(MAPS);

    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.headers().firstValue("Vary")).hasValue("Accept-Encoding");
    assertThat(packed.body().length).isLessThan(plain.length() / 4);
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
      assertThat(new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
    }
    HttpResponse<byte[]> one = takingGzip(MAPS + "/m1");
    assertThat(one.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(new String(one.body(), StandardCharsets.UTF_8)).startsWith("{");
  }

  private HttpResponse<byte[]> takingGzip(String path) throws Exception {
    HttpRequest request = wire.request(path).header("Accept-Encoding", "gzip").build();
    return wire.send(request).expect(200).response();
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/v1/namespaces/default/secrets",
    "GET,/api/v1/namespaces/default/secrets?watch=1",
    "GET,/apis",
    "GET,/openapi/v3",
    "GET,/nowhere",
    "POST,/api/v1/namespaces/default/secrets",
    "PUT,/api/v1/namespaces/default/secrets/a",
    "PATCH,/api/v1/namespaces/default/secrets/a",
    "DELETE,/api/v1/namespaces/default/secrets/a",
    "DELETE,/api/v1/namespaces/default/secrets"
  })
  void aRequestWithoutATokenLearnsNothing(String method, String path) throws Exception {
    HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString("{}");
    for (String authorization : new String[] {"", "Bearer ", "Bearer wrong", "Basic YTpi"}) {
      HttpRequest.Builder request = HttpRequest.newBuilder(wire.uri(path)).method(method, body);
      if (!authorization.isEmpty()) {
        request.header("Authorization", authorization);
      }
      Wire.Answer answer = wire.send(request.build()).expect(401);
      assertThat(answer.body().path("kind").asText()).isEqualTo("Status");
      assertThat(answer.body().path("reason").asText()).isEqualTo("Unauthorized");
      assertThat(answer.body().path("message").asText()).isEqualTo("Unauthorized");
    }
  }
}
