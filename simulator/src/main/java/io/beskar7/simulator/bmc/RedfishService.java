package io.beskar7.simulator.bmc;

import io.beskar7.simulator.http.HttpHandler;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import java.util.Map;

/** The Redfish service of one BMC: protocol rules first, then the resource. */
final class RedfishService implements HttpHandler {
  private final Gate gate;
  private final SessionEndpoints sessions;
  private final Map<String, Endpoint> open;
  private final Map<String, Endpoint> closed;

  /**
   * @param open URIs that need no login
   * @param closed all others, without a slash at the end
   */
  RedfishService(
      Gate gate,
      SessionEndpoints sessions,
      Map<String, Endpoint> open,
      Map<String, Endpoint> closed) {
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
    Endpoint free = open.get(uri);
    if (free != null) {
      return free.answer(request);
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
    Endpoint endpoint = closed.get(uri);
    return endpoint == null
        ? sessions
            .find(uri)
            .map(found -> found.answer(request))
            .orElseGet(() -> RedfishError.notFound(uri))
        : endpoint.answer(request);
  }

  static String withoutSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
