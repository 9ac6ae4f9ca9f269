package io.beskar7.simulator.agent;

import io.beskar7.simulator.http.BodySink;
import io.beskar7.simulator.http.Headers;
import io.beskar7.simulator.http.HttpCaller;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.tls.Digests;
import io.beskar7.simulator.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The target image as it was read.
 *
 * @param digest SHA-256, hex
 */
record ImageDownload(String digest, long bytes) {
  private static final Duration CONNECT = Duration.ofSeconds(30);
  private static final Duration CALL = Duration.ofMinutes(30);

  /**
   * Reads the whole image; no redirects, no second try.
   *
   * @throws IOException when it cannot be read in whole
   */
  static ImageDownload read(Life life, URI image, @Nullable String caPem)
      throws IOException, InterruptedException {
    MessageDigest digest = Digests.sha256();
    AtomicLong bytes = new AtomicLong();
    SSLContext tls = caPem == null ? null : Trust.only(caPem);
    try (HttpCaller http = life.caller(tls, CONNECT, CALL)) {
      BodySink sink =
          (buffer, count) -> {
            digest.update(buffer, 0, count);
            bytes.addAndGet(count);
          };
      HttpCaller.Answer answer = http.call("GET", image, new Headers(), null, sink);
      if (answer.status() != 200) {
        throw new IOException("image: HTTP status " + answer.status());
      }
    }
    return new ImageDownload(Digests.hex(digest.digest()), bytes.get());
  }
}
