package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** What one URI answers, method by method. */
final class Endpoint {
  private final Map<String, Function<HttpRequest, HttpReply>> methods = new TreeMap<>();

  /** A resource that can be read; its entity tag is a hash of what it says. */
  static Endpoint resource(Supplier<ObjectNode> document) {
    Endpoint endpoint = new Endpoint();
    endpoint.methods.put("GET", request -> EntityTag.reply(request, document.get()));
    endpoint.methods.put("HEAD", request -> EntityTag.reply(request, document.get()));
    return endpoint;
  }

  /** A URI that only takes actions. */
  static Endpoint action(Function<HttpRequest, HttpReply> action) {
    return new Endpoint().on("POST", action);
  }

  Endpoint on(String method, Function<HttpRequest, HttpReply> answer) {
    methods.put(method, answer);
    return this;
  }

  HttpReply answer(HttpRequest request) {
    Function<HttpRequest, HttpReply> method = methods.get(request.method());
    if (method != null) {
      return method.apply(request);
    }
    return RedfishError.of(
            405, "OperationNotAllowed", request.method() + " is not allowed on this resource.")
        .with("Allow", String.join(", ", methods.keySet()));
  }
}
