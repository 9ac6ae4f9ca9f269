package io.beskar7.simulator.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Takes the bytes of a body as they come; may refuse them by throwing. */
@FunctionalInterface
public interface BodySink {
  /** Only the first {@code count} bytes of the buffer count, and only until this returns. */
  void accept(byte[] buffer, int count) throws IOException;

  /** Collects at most {@code limit} bytes. */
  static BodySink into(ByteArrayOutputStream out, long limit) {
    return (buffer, count) -> {
      if (out.size() + count > limit) {
        throw new ProtocolException(413, "body longer than " + limit + " bytes");
      }
      out.write(buffer, 0, count);
    };
  }
}
