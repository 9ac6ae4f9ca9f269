package io.beskar7.apiserver.http;

import io.beskar7.apiserver.discovery.Discovery;
import java.io.IOException;

/** What anybody may ask: health and version. */
final class PublicPaths {
  private PublicPaths() {}

  static boolean handle(Exchange exchange) throws IOException {
    if (!exchange.method().equals("GET")) {
      return false;
    }
    switch (exchange.path()) {
      case "/healthz", "/livez", "/readyz", "/healthz/ping", "/livez/ping", "/readyz/ping" ->
          exchange.text(200, "ok");
      case "/version", "/version/" -> exchange.json(200, Discovery.version());
      default -> {
        return false;
      }
    }
    return true;
  }
}
