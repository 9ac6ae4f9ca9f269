package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/** Pieces of JSON documents. */
public final class Json {
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A resource's first members. */
  static ObjectNode resource(String uri, String type, String id, String name) {
    return object().put("@odata.id", uri).put("@odata.type", type).put("Id", id).put("Name", name);
  }

  /** A collection's document. */
  static ObjectNode collection(String uri, String kind, String name, Collection<String> members) {
    ObjectNode node =
        object()
            .put("@odata.id", uri)
            .put("@odata.type", "#" + kind + "Collection." + kind + "Collection")
            .put("Name", name)
            .put("Members@odata.count", members.size());
    ArrayNode list = node.putArray("Members");
    members.forEach(member -> list.add(link(member)));
    return node;
  }

  static ObjectNode link(String uri) {
    return object().put("@odata.id", uri);
  }

  static ArrayNode array(String... values) {
    return array(Arrays.asList(values));
  }

  static ArrayNode array(Collection<String> values) {
    ArrayNode array = MAPPER.createArrayNode();
    values.forEach(array::add);
    return array;
  }

  /** The text as an object, or nothing when it is anything else. */
  public static Optional<ObjectNode> parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
