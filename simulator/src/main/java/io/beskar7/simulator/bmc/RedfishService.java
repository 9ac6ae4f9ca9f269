package io.beskar7.simulator.bmc;

import io.beskar7.simulator.http.HttpHandler;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import java.util.Map;
import java.util.Optional;

/** The Redfish service of one BMC: protocol rules first, then the resource. */
final class RedfishService implements HttpHandler {
  private final Gate gate;
  private final SessionEndpoints sessions;
  private final Resources open;
  private final Resources closed;

  /**
   * @param open resources that need no login
   * @param closed all others
   */
  RedfishService(Gate gate, SessionEndpoints sessions, Resources open, Resources closed) {
    this.gate = gate;
    this.sessions = sessions;
    this.open = open;
    this.closed = closed;
  }

  @Override
  public HttpReply handle(HttpRequest request) {
    return answer(request).with("OData-Version", "4.0").with("Cache-Control", "no-cache");
  }

  private HttpReply answer(HttpRequest request) {
    String odata = request.headers().first("OData-Version");
    if (odata != null && !odata.equals("4.0")) {
      return RedfishError.of(
          412, "HeaderInvalid", "Header 'OData-Version: " + odata + "' is invalid.");
    }
    String uri = withoutSlash(request.path());
    Optional<Endpoint> free = open.find(uri);
    if (free.isPresent()) {
      return free.get().answer(request);
    }
    if (sessions.isLogin(request, uri)) {
      return sessions.login(request);
    }
    if (!gate.admits(request)) {
      return RedfishError.unauthorized();
    }
    if (request.query().startsWith("$") && !request.method().equals("HEAD")) {
      return RedfishError.of(501, "QueryNotSupported", "Querying is not supported here.");
    }
    return sessions
        .find(uri)
        .or(() -> closed.find(uri))
        .map(endpoint -> endpoint.answer(request))
        .orElseGet(() -> RedfishError.notFound(uri));
  }

  static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  /** Resources by their URI, which has no slash at its end. */
  @FunctionalInterface
  interface Resources {
    Optional<Endpoint> find(String uri);

    static Resources of(Map<String, Endpoint> byUri) {
      Map<String, Endpoint> fixed = Map.copyOf(byUri);
      return uri -> Optional.ofNullable(fixed.get(uri));
    }
  }
}
