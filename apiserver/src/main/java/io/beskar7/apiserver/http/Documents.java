package io.beskar7.apiserver.http;

import io.beskar7.apiserver.discovery.Discovery;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.openapi.OpenApi;
import io.beskar7.apiserver.resource.Registry;
import java.io.IOException;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;

/** Discovery and OpenAPI: requests that are about no object. */
final class Documents {
  private static final String AGGREGATED = "APIGroupDiscoveryList";

  private final Discovery discovery;
  private final OpenApi openApi;

  Documents(Registry registry) {
    this.discovery = new Discovery(registry);
    this.openApi = new OpenApi(registry);
  }

  void handle(Exchange exchange) throws IOException {
    if (!exchange.method().equals("GET")) {
      throw Refusals.methodNotAllowed();
    }
    String path = exchange.path().replaceFirst("/$", "");
    if (path.equals("/api") || path.equals("/apis")) {
      roots(exchange, path.equals("/api"));
    } else if (path.startsWith("/openapi/v3")) {
      openApi(exchange, path);
    } else {
      exchange.json(200, discovery.at(path).orElseThrow(Refusals::noSuchPath));
    }
  }

  private void roots(Exchange exchange, boolean core) throws IOException {
    Media media = Media.choose(exchange.header(HttpHeader.ACCEPT), List.of(AGGREGATED));
    exchange.header(HttpHeader.VARY, "Accept");
    if (media.as().equals(AGGREGATED)) {
      String version = media.version();
      String type = "application/json;g=apidiscovery.k8s.io;v=" + version + ";as=" + AGGREGATED;
      byte[] body = io.beskar7.apiserver.json.Json.bytes(discovery.aggregated(core, version));
      exchange.send(200, type, 0, out -> out.write(body));
    } else {
      exchange.json(200, core ? discovery.coreVersions() : discovery.groups());
    }
  }

  private void openApi(Exchange exchange, String path) throws IOException {
    if (path.equals("/openapi/v3")) {
      exchange.json(200, openApi.index());
      return;
    }
    String group = path.substring("/openapi/v3/".length());
    byte[] document = openApi.document(group).orElseThrow(Refusals::noSuchPath);
    exchange.send(200, Media.JSON, Integer.MAX_VALUE, out -> out.write(document));
  }
}
