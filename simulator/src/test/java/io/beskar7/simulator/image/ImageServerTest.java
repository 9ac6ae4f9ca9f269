package io.beskar7.simulator.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.simulator.TestFleets;
import io.beskar7.simulator.fleet.Fleet;
import io.beskar7.simulator.tls.Digests;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageServerTest {
  private static final String OS = "/images/os.img";

  private final HttpClient http = HttpClient.newHttpClient();
  private Fleet fleet;

  @BeforeEach
  void start() throws IOException {
    fleet = Fleet.start(TestFleets.of(1));
  }

  @AfterEach
  void stop() throws IOException {
    http.shutdownNow();
    fleet.close();
  }

  @Test
  void anImageIsWhatItsDigestAndItsChecksumFileSay() throws Exception {
    String digest = Digests.hex(Digests.sha256(get(OS).body()));

    assertThat(digest).isEqualTo(fleet.imageDigest(OS));
    assertThat(text("/images/os.img.sha256")).isEqualTo(digest + "  os.img\n");
  }

  @Test
  void theCorruptImageIsNotWhatItsChecksumFileSays() throws Exception {
    String digest = Digests.hex(Digests.sha256(get("/images/os-corrupt.img").body()));

    assertThat(text("/images/os-corrupt.img.sha256")).doesNotContain(digest);
  }

  @Test
  void headTellsTheLength() throws Exception {
    HttpResponse<byte[]> head = send("HEAD", OS);

    assertThat(head.body()).isEmpty();
    assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(512 * 1024);
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-99,     206, 0,      100",
    "bytes=524280-,  206, 524280, 524288",
    "bytes=-8,       206, 524280, 524288",
    "bytes=0-999999, 206, 0,      524288",
    "bytes=x,        200, 0,      524288"
  })
  void rangesAreServed(String range, int status, int from, int to) throws Exception {
    HttpResponse<byte[]> part = send("GET", OS, "Range", range);

    assertThat(part.statusCode()).isEqualTo(status);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(get(OS).body(), from, to));
  }

  @Test
  void aRangeBeyondTheEndIsRefused() throws Exception {
    assertThat(send("GET", OS, "Range", "bytes=600000-").statusCode()).isEqualTo(416);
  }

  @Test
  void itIsReadOnlyAndHasOnlyWhatItHas() throws Exception {
    assertThat(send("DELETE", OS).statusCode()).isEqualTo(405);
    assertThat(send("GET", "/images/none").statusCode()).isEqualTo(404);
  }

  private String text(String path) throws Exception {
    return new String(get(path).body(), StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> get(String path) throws Exception {
    return send("GET", path);
  }

  private HttpResponse<byte[]> send(String method, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(fleet.imageServerUrl().resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody());
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }
}
