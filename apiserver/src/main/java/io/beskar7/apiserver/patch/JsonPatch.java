package io.beskar7.apiserver.patch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;

/** JSON patch, RFC 6902. */
public final class JsonPatch {
  private static final int LIMIT = 10_000;

  private JsonPatch() {}

  /**
   * @throws ApiException 400 for a malformed patch, 422 for one that does not fit the object
   */
  public static ObjectNode apply(ObjectNode target, JsonNode patch) {
    if (!patch.isArray()) {
      throw Refusals.badRequest("a JSON patch must be an array of operations");
    }
    if (patch.size() > LIMIT) {
      throw new ApiException(
          413,
          "RequestEntityTooLarge",
          "The allowed maximum operations in a JSON patch is " + LIMIT + ", got " + patch.size());
    }
    JsonNode document = target;
    for (JsonNode operation : patch) {
      document = step(document, operation);
    }
    if (document instanceof ObjectNode object) {
      return object;
    }
    throw unfit("the patched document is no object");
  }

  private static JsonNode step(JsonNode document, JsonNode operation) {
    String path = text(operation, "path");
    return switch (text(operation, "op")) {
      case "add" -> add(document, path, value(operation));
      case "remove" -> remove(document, path);
      case "replace" -> replace(document, path, value(operation));
      case "test" -> test(document, path, value(operation));
      case "copy" -> add(document, path, find(document, text(operation, "from")).deepCopy());
      case "move" -> {
        String from = text(operation, "from");
        JsonNode moved = find(document, from);
        yield add(remove(document, from), path, moved);
      }
      default ->
          throw unfit(
              "op: \""
                  + text(operation, "op")
                  + "\" is none of add, remove, replace, move, copy, test");
    };
  }

  private static JsonNode add(JsonNode document, String path, JsonNode value) {
    if (path.isEmpty()) {
      return value;
    }
    Pointer at = Pointer.parse(path);
    JsonNode parent = find(document, at.parent());
    if (parent instanceof ObjectNode object) {
      object.set(at.last(), value);
    } else if (parent instanceof ArrayNode array) {
      array.insert(
          at.last().equals("-") ? array.size() : index(at.last(), array.size(), path), value);
    } else {
      throw missing(path);
    }
    return document;
  }

  private static JsonNode remove(JsonNode document, String path) {
    find(document, path);
    Pointer at = Pointer.parse(path);
    JsonNode parent = find(document, at.parent());
    if (parent instanceof ObjectNode object) {
      object.remove(at.last());
    } else if (parent instanceof ArrayNode array) {
      array.remove(index(at.last(), array.size() - 1, path));
    }
    return document;
  }

  private static JsonNode replace(JsonNode document, String path, JsonNode value) {
    if (path.isEmpty()) {
      return value;
    }
    find(document, path);
    Pointer at = Pointer.parse(path);
    JsonNode parent = find(document, at.parent());
    if (parent instanceof ObjectNode object) {
      object.set(at.last(), value);
    } else if (parent instanceof ArrayNode array) {
      array.set(index(at.last(), array.size() - 1, path), value);
    }
    return document;
  }

  private static JsonNode test(JsonNode document, String path, JsonNode value) {
    if (!find(document, path).equals(value)) {
      throw unfit("testing value " + path + " failed");
    }
    return document;
  }

  private static JsonNode find(JsonNode document, String path) {
    JsonNode at = document;
    for (String name : Pointer.tokens(path)) {
      JsonNode next = at.isArray() ? at.get(index(name, at.size() - 1, path)) : at.get(name);
      if (next == null) {
        throw missing(path);
      }
      at = next;
    }
    return at;
  }

  private static int index(String token, int most, String path) {
    try {
      int index = Integer.parseInt(token);
      if (index >= 0 && index <= most) {
        return index;
      }
      throw missing(path);
    } catch (NumberFormatException _) {
      throw missing(path);
    }
  }

  private static JsonNode value(JsonNode operation) {
    JsonNode value = operation.get("value");
    if (value == null) {
      throw Refusals.badRequest("a JSON patch operation needs a value: " + text(operation, "path"));
    }
    return value.deepCopy();
  }

  private static String text(JsonNode operation, String name) {
    if (!operation.path(name).isTextual()) {
      throw Refusals.badRequest("each operation of a JSON patch needs \"" + name + "\"");
    }
    return Json.text(operation, name);
  }

  private static ApiException missing(String path) {
    return unfit("the path " + path + " does not exist in the object");
  }

  private static ApiException unfit(String message) {
    return new ApiException(
        422,
        "Invalid",
        "the server rejected our request due to an error in our request: " + message);
  }
}
