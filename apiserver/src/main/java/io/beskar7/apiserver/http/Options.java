package io.beskar7.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.DeleteOptions;
import io.beskar7.apiserver.resource.WriteOptions;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** How a write is to be done, as the request says it; all that is wrong with it is said at once. */
final class Options {
  private Options() {}

  /** Options of a {@code kind}: CreateOptions, UpdateOptions or PatchOptions. */
  static WriteOptions write(Exchange exchange, String kind) {
    FieldErrors errors = new FieldErrors();
    boolean dryRun = DeleteOptions.dryRun(Json.array(exchange.queries("dryRun")), errors);
    var validation = validation(exchange.query("fieldValidation"), errors);
    if (!errors.isEmpty()) {
      throw Refusals.invalidOptions(kind, errors);
    }
    return new WriteOptions(dryRun, validation, exchange::warn);
  }

  private static WriteOptions.FieldValidation validation(String text, FieldErrors errors) {
    for (WriteOptions.FieldValidation value : WriteOptions.FieldValidation.values()) {
      String name = value.name().charAt(0) + value.name().substring(1).toLowerCase(Locale.ROOT);
      if (name.equals(text)) {
        return value;
      }
    }
    if (!text.isEmpty()) {
      List<String> supported = List.of("", "Ignore", "Strict", "Warn");
      errors.unsupported("fieldValidation", TextNode.valueOf(text), supported);
    }
    return WriteOptions.FieldValidation.WARN;
  }

  /** A body, where there is one, counts alone: so does the real API. */
  static DeleteOptions delete(Exchange exchange) throws IOException {
    JsonNode body = Bodies.readOptional(exchange);
    return DeleteOptions.read(body.isMissingNode() ? fromQuery(exchange) : body);
  }

  private static ObjectNode fromQuery(Exchange exchange) {
    ObjectNode options = Json.object();
    options.put("propagationPolicy", exchange.query("propagationPolicy"));
    options.set("dryRun", Json.array(exchange.queries("dryRun")));
    return options;
  }
}
