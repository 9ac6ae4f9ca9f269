package io.beskar7.boot.callback;

/** What an agent says went wrong: {"reason": "..."}. */
final class FailureReason {
  private static final int MAX_BYTES = 256;
  private static final String NONE = "the machine gave no reason";

  private FailureReason() {}

  static String read(byte[] body) {
    String reason = Bodies.printable(Bodies.json(body).path("reason").asText(""), MAX_BYTES);
    return reason.isEmpty() ? NONE : reason;
  }
}
