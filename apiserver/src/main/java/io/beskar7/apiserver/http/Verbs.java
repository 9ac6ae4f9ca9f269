package io.beskar7.apiserver.http;

import java.util.Locale;

/** Kubernetes verbs of HTTP requests. */
final class Verbs {
  private Verbs() {}

  static String of(Exchange exchange, ResourcePath at) {
    if (at.resource().isEmpty()) {
      return exchange.method().toLowerCase(Locale.ROOT);
    }
    boolean collection = at.name().isEmpty();
    return switch (exchange.method()) {
      case "GET", "HEAD" -> exchange.flag("watch") ? "watch" : collection ? "list" : "get";
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> collection ? "deletecollection" : "delete";
      default -> exchange.method().toLowerCase(Locale.ROOT);
    };
  }
}
