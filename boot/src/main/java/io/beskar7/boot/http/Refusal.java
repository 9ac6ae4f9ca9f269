package io.beskar7.boot.http;

/** Ends the handling of a request with an answer. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reply reply;

  public Refusal(Reply reply) {
    super("refused with status " + reply.status(), null, false, false);
    this.reply = reply;
  }

  public Reply reply() {
    return reply;
  }
}
