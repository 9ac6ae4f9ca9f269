package io.beskar7.apiserver.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.TreeReader;
import java.io.IOException;
import java.io.OutputStream;

/**
 * One stored object at one revision. Its bytes are kept once and streamed to every reader; nobody
 * changes them.
 */
@SuppressWarnings("ArrayRecordComponent") // shared on purpose: never changed after construction
public record Entry(String key, long revision, byte[] json, Facts facts) {

  static Entry read(String key, long revision, byte[] json) {
    return new Entry(key, revision, json, Facts.of(TreeReader.stored(json)));
  }

  /** A fresh, changeable copy of the object. */
  public ObjectNode tree() {
    return TreeReader.stored(json);
  }

  /** Writes the object as the given {@code apiVersion}, which comes as a JSON string. */
  public void writeTo(OutputStream out, byte[] apiVersion) throws IOException {
    out.write(Encoding.START);
    out.write(apiVersion);
    out.write(json, facts.afterVersion(), json.length - facts.afterVersion());
  }
}
