package io.beskar7.simulator.firmware;

import io.beskar7.simulator.http.BodySink;
import io.beskar7.simulator.http.Headers;
import io.beskar7.simulator.http.HttpCaller;
import io.beskar7.simulator.http.HttpCaller.Answer;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.tls.Digests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Downloads of firmware: clear HTTP only, as most builds of iPXE have it, with redirects. */
final class Fetcher implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofMinutes(5);
  private static final int MAX_REDIRECTS = 5;
  private static final Headers AGENT = new Headers().add("User-Agent", "iPXE/1.21.1");

  private final Life life;
  private final HttpCaller http;

  Fetcher(Life life) throws InterruptedException {
    this.life = life;
    this.http = life.caller(null, CONNECT, CALL);
  }

  String script(URI uri) throws BootException, InterruptedException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    int status = get(uri, BodySink.into(text, 64 * 1024));
    step("script", uri, "status", status, "bytes", text.size());
    if (status != 200) {
      throw new BootException("script: HTTP status " + status);
    }
    return text.toString(StandardCharsets.UTF_8);
  }

  /** The SHA-256 (hex) of what is there. */
  String artifact(String kind, URI uri) throws BootException, InterruptedException {
    MessageDigest digest = Digests.sha256();
    AtomicLong bytes = new AtomicLong();
    int status =
        get(
            uri,
            (buffer, count) -> {
              digest.update(buffer, 0, count);
              bytes.addAndGet(count);
            });
    String hex = Digests.hex(digest.digest());
    step(kind, uri, "status", status, "bytes", bytes.get(), "digest", hex);
    if (status != 200 || bytes.get() == 0) {
      throw new BootException(kind + ": HTTP status " + status + ", " + bytes + " bytes");
    }
    return hex;
  }

  @Override
  public void close() {
    http.close();
  }

  private int get(URI first, BodySink sink) throws BootException, InterruptedException {
    URI uri = first;
    for (int i = 0; i <= MAX_REDIRECTS; i++) {
      if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
        throw new BootException("this firmware boots from http URLs only");
      }
      Answer answer = call(uri, sink);
      @Nullable String location = answer.headers().first("Location");
      if (answer.status() / 100 != 3 || location == null) {
        return answer.status();
      }
      uri = uri.resolve(location);
    }
    throw new BootException("more than " + MAX_REDIRECTS + " redirects");
  }

  private Answer call(URI uri, BodySink sink) throws BootException, InterruptedException {
    try {
      return http.call("GET", uri, AGENT, null, sink);
    } catch (IOException e) {
      step("fetch-failed", uri, "cause", String.valueOf(e.getMessage()));
      throw new BootException("no answer: " + e.getMessage(), e);
    }
  }

  /** Logs without query and without the one-time secret a path may hold. */
  private void step(String name, URI uri, Object... fields) throws InterruptedException {
    Object[] all = new Object[fields.length + 2];
    all[0] = "url";
    all[1] =
        uri.getScheme()
            + "://"
            + uri.getRawAuthority()
            + uri.getRawPath().replaceAll("[A-Za-z0-9_-]{40,}", "*");
    System.arraycopy(fields, 0, all, 2, fields.length);
    life.step(Phase.NETWORK_BOOT, name, all);
  }
}
