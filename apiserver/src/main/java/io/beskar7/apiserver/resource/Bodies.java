package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.store.Encoding;

/** From request bodies to objects, and from objects to what is stored. */
final class Bodies {
  /** Largest object, bytes: etcd's limit, which users of the real API know. */
  private static final int OBJECT_LIMIT = 3 << 19;

  private Bodies() {}

  static ObjectNode object(TreeReader.Document body) {
    if (body.root() instanceof ObjectNode object) {
      return object.deepCopy();
    }
    throw Refusals.badRequest("the body of the request must be an object");
  }

  static Encoding.Template encode(ObjectNode object) {
    Encoding.Template encoded = Encoding.encode(object);
    if (encoded.bytes().length > OBJECT_LIMIT) {
      throw Refusals.tooLarge(OBJECT_LIMIT);
    }
    return encoded;
  }
}
