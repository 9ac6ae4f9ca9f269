package io.beskar7.simulator.agent;

import io.beskar7.simulator.http.Headers;
import io.beskar7.simulator.http.HttpCaller;
import io.beskar7.simulator.http.HttpCaller.TextAnswer;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.tls.Trust;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/**
 * Calls to the controller with the manners of the v4.2 inspector: bearer token, retries, limits.
 */
final class ControllerClient implements AutoCloseable {
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_BACKOFF = Duration.ofMillis(500);
  private static final Duration MAX_BACKOFF = Duration.ofSeconds(8);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration CALL = Duration.ofSeconds(30);
  private static final int MAX_ANSWER_BYTES = 4 << 20;

  private final Life life;
  private final HttpCaller http;
  private final DiskImage.Home home;

  ControllerClient(Life life, DiskImage.Home home) throws InterruptedException {
    this.life = life;
    this.home = home;
    String ca = home.caPem();
    this.http = life.caller(ca == null ? null : Trust.only(ca), CONNECT, CALL);
  }

  /** Posts until something is final; at most five attempts. */
  Reply post(String what, String body) throws InterruptedException {
    Duration backoff = FIRST_BACKOFF;
    Reply reply = once("POST", what, body);
    for (int attempt = 1; attempt < ATTEMPTS && reply.mayBeRetried(); attempt++) {
      life.pause(backoff);
      backoff = backoff.multipliedBy(2);
      backoff = backoff.compareTo(MAX_BACKOFF) > 0 ? MAX_BACKOFF : backoff;
      reply = once("POST", what, body);
    }
    return reply;
  }

  /** One call, without retries. */
  Reply once(String method, String what, String body) throws InterruptedException {
    URI uri = home.api().resolve("/api/v1/" + what + "/" + home.namespace() + "/" + home.host());
    Headers headers = new Headers().add("Authorization", "Bearer " + home.token());
    boolean get = method.equals("GET");
    if (!get) {
      headers.add("Content-Type", "application/json");
    }
    try {
      TextAnswer answer = http.text(method, uri, headers, get ? null : body, MAX_ANSWER_BYTES);
      return new Reply(answer.status(), answer.body(), "HTTP status " + answer.status());
    } catch (IOException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the power is gone");
      }
      return new Reply(0, "", String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    http.close();
  }

  /**
   * What came back.
   *
   * @param status 0 when no whole answer came
   * @param body may be secret
   * @param text what may be logged
   */
  record Reply(int status, String body, String text) {
    boolean ok() {
      return status / 100 == 2;
    }

    boolean mayBeRetried() {
      return status == 0 || status == 408 || status == 429 || status / 100 == 5;
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
