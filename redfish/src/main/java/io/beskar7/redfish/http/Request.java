package io.beskar7.redfish.http;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param path as the service wrote it: starts with a slash, may hold a query
 * @param body JSON, or null for none
 * @param headers beside those of every request; may hold secrets
 * @param redirects whether redirects within the same origin are followed
 */
public record Request(
    String method,
    String path,
    @Nullable String body,
    Map<String, String> headers,
    boolean redirects) {

  Request at(String newPath) {
    return new Request(method, newPath, body, headers, redirects);
  }

  boolean isRead() {
    return method.equals("GET");
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
