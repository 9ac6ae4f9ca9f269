package io.beskar7.boot.callback;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bodies of callbacks are advisory: one that cannot be read says nothing. */
final class Bodies {
  private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Bodies() {}

  static JsonNode json(byte[] body) {
    try {
      return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("bytes", body.length).log("body of a callback is not JSON");
      return MissingNode.getInstance();
    }
  }

  /** Printable characters only, cut to a number of bytes of UTF-8 without breaking a character. */
  static String printable(String text, int maxBytes) {
    StringBuilder kept = new StringBuilder();
    int bytes = 0;
    for (int point : text.codePoints().toArray()) {
      String character = Character.toString(point);
      if (Character.isISOControl(point) || !Character.isDefined(point)) {
        continue;
      }
      bytes += character.getBytes(StandardCharsets.UTF_8).length;
      if (bytes > maxBytes) {
        break;
      }
      kept.append(character);
    }
    return kept.toString().strip();
  }
}
