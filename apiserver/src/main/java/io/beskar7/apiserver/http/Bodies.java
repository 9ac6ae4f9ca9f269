package io.beskar7.apiserver.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.protobuf.ProtobufReader;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;

/**
 * Reads request bodies. Protobuf and CBOR are refused with 415, upon which clients fall back to
 * JSON or say so.
 */
final class Bodies {
  private static final String YAML = "application/yaml";
  private static final List<String> ACCEPTED = List.of(Media.JSON, YAML, ProtobufReader.MEDIA_TYPE);

  private Bodies() {}

  static TreeReader.Document read(Exchange exchange) throws IOException {
    String type = Media.parse(exchange.header(HttpHeader.CONTENT_TYPE)).type();
    if (type.isEmpty()) {
      type = Media.JSON;
    }
    if (!ACCEPTED.contains(type)) {
      throw Refusals.unsupportedMediaType(ACCEPTED);
    }
    return parse(exchange.body(), type);
  }

  /** A body that may be absent: then an empty object. */
  static JsonNode readOptional(Exchange exchange) throws IOException {
    byte[] bytes = exchange.body();
    String type = Media.parse(exchange.header(HttpHeader.CONTENT_TYPE)).type();
    return bytes.length == 0 ? Json.object() : parse(bytes, type).root();
  }

  static TreeReader.Document parse(byte[] bytes, String type) throws IOException {
    if (type.equals(ProtobufReader.MEDIA_TYPE)) {
      return protobuf(bytes);
    }
    boolean yaml = type.equals(YAML);
    try {
      return yaml ? TreeReader.yaml(bytes) : TreeReader.json(bytes);
    } catch (JacksonException e) {
      var location = e.getLocation();
      throw Refusals.badRequest(
          "the body of the request cannot be read: line "
              + location.getLineNr()
              + ", column "
              + location.getColumnNr()
              + " is not valid "
              + (yaml ? "YAML" : "JSON"));
    }
  }

  private static TreeReader.Document protobuf(byte[] bytes) {
    try {
      ObjectNode object =
          ProtobufReader.read(bytes)
              .orElseThrow(() -> Refusals.unsupportedMediaType(List.of(Media.JSON, YAML)));
      return new TreeReader.Document(object, List.of());
    } catch (IllegalArgumentException e) {
      throw Refusals.badRequest("the body of the request cannot be read: " + e.getMessage());
    }
  }
}
