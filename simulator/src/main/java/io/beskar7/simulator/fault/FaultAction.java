package io.beskar7.simulator.fault;

import java.time.Duration;
import java.util.Map;

/**
 * What goes wrong with a connection or a request. Where an action says "unseen", the request has no
 * effect; where it says "done", the request takes effect and only its answer suffers.
 */
public sealed interface FaultAction {

  /** The connection is reset right after it was accepted, before TLS. */
  record Refuse() implements FaultAction {}

  /** The connection is reset instead of an answer: unseen, or done when {@code afterwards}. */
  record Reset(boolean afterwards) implements FaultAction {}

  /** Unseen; no answer ever comes, until the client gives up. */
  record Hang() implements FaultAction {}

  /** Done; the answer stops in the middle of its body until the client gives up. */
  record HangInBody() implements FaultAction {}

  /** Served as usual after a (simulated) delay. */
  record Delay(Duration delay) implements FaultAction {}

  /** Unseen; this answer is sent in its place. */
  record Status(int status, String body, Map<String, String> headers) implements FaultAction {
    public Status {
      headers = Map.copyOf(headers);
    }
  }

  /** Unseen; bytes that are not HTTP are sent, then the connection ends. */
  record Garbage() implements FaultAction {}

  /** Done; the connection ends in the middle of the announced body. */
  record Truncated() implements FaultAction {}

  /** Done; status and headers as usual, with this body. */
  record WrongContent(String body) implements FaultAction {}

  /** Done; the body trickles at this many bytes a (simulated) second. */
  record Slow(int bytesPerSecond) implements FaultAction {
    public Slow {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException(
            "bytesPerSecond: " + bytesPerSecond + " is not 1 or more");
      }
    }
  }
}
