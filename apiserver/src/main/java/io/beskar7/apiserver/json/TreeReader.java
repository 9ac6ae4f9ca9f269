package io.beskar7.apiserver.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON or YAML into a tree and notices fields that are given twice (the last one counts). */
public final class TreeReader {
  private static final JsonFactory JSON = new JsonFactory();
  private static final YAMLFactory YAML = new YAMLFactory();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * @param duplicates dotted paths of fields given more than once
   */
  public record Document(JsonNode root, List<String> duplicates) {
    public Document {
      duplicates = List.copyOf(duplicates);
    }
  }

  private final JsonParser parser;
  private final List<String> duplicates = new ArrayList<>();

  private TreeReader(JsonParser parser) {
    this.parser = parser;
  }

  public static Document json(byte[] bytes) throws IOException {
    try (JsonParser parser = JSON.createParser(bytes)) {
      return new TreeReader(parser).document();
    }
  }

  public static Document yaml(byte[] bytes) throws IOException {
    try (JsonParser parser = YAML.createParser(bytes)) {
      return new TreeReader(parser).document();
    }
  }

  /** Reads an object this server wrote itself. */
  public static ObjectNode stored(byte[] bytes) {
    try {
      return (ObjectNode) json(bytes).root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Document document() throws IOException {
    if (parser.nextToken() == null) {
      throw new JsonParseException(parser, "the document is empty");
    }
    JsonNode root = value("");
    if (parser.nextToken() != null) {
      throw new JsonParseException(parser, "there is more than one document");
    }
    return new Document(root, duplicates);
  }

  private JsonNode value(String path) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> fields(path);
      case START_ARRAY -> items(path);
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      case VALUE_NULL -> NODES.nullNode();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      default -> throw new JsonParseException(parser, "unexpected " + parser.currentToken());
    };
  }

  private ObjectNode fields(String path) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      String at = path.isEmpty() ? name : path + "." + name;
      parser.nextToken();
      if (object.replace(name, value(at)) != null) {
        duplicates.add(at);
      }
    }
    return object;
  }

  private ArrayNode items(String path) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(value(path + "[" + array.size() + "]"));
    }
    return array;
  }

  private JsonNode integer() throws IOException {
    BigInteger number = parser.getBigIntegerValue();
    return number.bitLength() < Long.SIZE
        ? NODES.numberNode(Long.valueOf(number.longValue()))
        : NODES.numberNode(number.doubleValue());
  }
}
