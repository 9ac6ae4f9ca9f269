package io.beskar7.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.patch.JsonPatch;
import io.beskar7.apiserver.patch.MergePatch;
import io.beskar7.apiserver.patch.StrategicMergePatch;
import io.beskar7.apiserver.resource.Address;
import io.beskar7.apiserver.resource.BuiltIns;
import io.beskar7.apiserver.resource.Updater;
import io.beskar7.apiserver.resource.WriteOptions;
import io.beskar7.apiserver.schema.Schema;
import io.beskar7.apiserver.store.Entry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.HttpHeader;

/** Answers PATCH. Server-side apply is not one of the patches understood. */
final class Patches {
  private static final String JSON = "application/json-patch+json";
  private static final String MERGE = "application/merge-patch+json";
  private static final String STRATEGIC = "application/strategic-merge-patch+json";

  private final Updater updater;
  private final Schema meta = BuiltIns.objectMeta();

  Patches(Updater updater) {
    this.updater = updater;
  }

  Entry handle(Exchange exchange, Address at, WriteOptions options) throws IOException {
    String type = Media.parse(exchange.header(HttpHeader.CONTENT_TYPE)).type();
    List<String> accepted = new ArrayList<>(List.of(JSON, MERGE));
    if (at.type().behaviour().strategic()) {
      accepted.add(STRATEGIC);
    }
    if (!accepted.contains(type)) {
      throw Refusals.unsupportedMediaType(accepted);
    }
    TreeReader.Document patch = Bodies.parse(exchange.body(), Media.JSON);
    return updater.patch(at, patch.duplicates(), options, edit(type, patch.root(), at));
  }

  private UnaryOperator<ObjectNode> edit(String type, JsonNode patch, Address at) {
    if (type.equals(JSON)) {
      return current -> JsonPatch.apply(current, patch);
    }
    if (!(patch instanceof ObjectNode object)) {
      throw Refusals.badRequest("the body of a merge patch must be an object");
    }
    return type.equals(MERGE)
        ? current -> MergePatch.apply(current, object)
        : current -> StrategicMergePatch.apply(current, object, at.version().schema(), meta);
  }
}
