package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import io.beskar7.simulator.log.EventType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One ComputerSystem and what hangs below it. */
final class SystemEndpoints {
  private final BmcSetup setup;
  private final BmcSystem system;
  private final SystemDocument document;
  private final NicEndpoints nics;

  SystemEndpoints(BmcSetup setup, BmcSystem system) {
    this.setup = setup;
    this.system = system;
    this.document = new SystemDocument(setup.persona(), system);
    this.nics = new NicEndpoints(document.uri(), system.believed());
  }

  String uri() {
    return document.uri();
  }

  Map<String, Endpoint> all() {
    Map<String, Endpoint> all = new LinkedHashMap<>();
    all.put(uri(), Endpoint.resource(this::read).on("PATCH", this::patch));
    all.put(document.resetUri(), Endpoint.action(new ResetAction(setup, system)::run));
    if (document.hasActionInfo()) {
      all.put(document.actionInfoUri(), Endpoint.resource(document::actionInfo));
    }
    if (setup.persona().nicList()) {
      all.putAll(nics.all());
    }
    return all;
  }

  private ObjectNode read() {
    ObjectNode read = document.current();
    setup
        .log()
        .add(
            EventType.SYSTEM_READ,
            "bmc",
            setup.label(),
            "host",
            system.host(),
            "power",
            read.path("PowerState").asText(),
            "bootTarget",
            read.path("Boot").path("BootSourceOverrideTarget").asText());
    return read;
  }

  private HttpReply patch(HttpRequest request) {
    Optional<ObjectNode> body = Json.parse(request.text());
    if (body.isEmpty()) {
      return RedfishError.malformedJson();
    }
    synchronized (system) {
      Optional<HttpReply> refused =
          EntityTag.refusal(request, document.current(), setup.persona().ifMatchRequired());
      return refused
          .or(() -> new SystemPatch(setup.persona(), system, document).apply(body.get()))
          .orElseGet(() -> EntityTag.tagged(document.current()));
    }
  }
}
