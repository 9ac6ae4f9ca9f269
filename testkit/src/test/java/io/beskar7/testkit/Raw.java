package io.beskar7.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Plain requests, so that tests see what is on the wire. */
final class Raw {
  static final String JSON = "application/json";
  static final String MERGE = "application/merge-patch+json";
  static final String JSON_PATCH = "application/json-patch+json";
  static final String STRATEGIC = "application/strategic-merge-patch+json";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final KubernetesClient client;

  record Answer(int code, JsonNode body, List<String> warnings, String text) {
    String message() {
      return body.path("message").asText();
    }

    String reason() {
      return body.path("reason").asText();
    }

    /** The events of a watch that has ended. */
    List<JsonNode> lines() {
      return text.lines().filter(line -> !line.isBlank()).map(Raw::parse).toList();
    }

    JsonNode at(String pointer) {
      return body.at(pointer);
    }

    Answer expect(int wanted) {
      if (code != wanted) {
        throw new AssertionError("expected " + wanted + " but got " + code + ": " + text);
      }
      return this;
    }
  }

  private static JsonNode parse(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }

  Raw(KubernetesClient client) {
    this.client = client;
  }

  Answer get(String path) {
    return send("GET", path, JSON, null, JSON);
  }

  Answer get(String path, String accept) {
    return send("GET", path, JSON, null, accept);
  }

  Answer post(String path, String body) {
    return send("POST", path, JSON, body, JSON);
  }

  Answer put(String path, JsonNode body) {
    return send("PUT", path, JSON, body.toString(), JSON);
  }

  Answer patch(String path, String type, String body) {
    return send("PATCH", path, type, body, JSON);
  }

  Answer delete(String path, String body) {
    return send("DELETE", path, JSON, body == null ? "{}" : body, JSON);
  }

  Answer send(String method, String path, String type, String body, String accept) {
    HttpRequest.Builder request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(client.getMasterUrl().toString().replaceAll("/$", "") + path)
            .header("Accept", accept)
            .method(method, type, body);
    try {
      HttpResponse<byte[]> response =
          client.getHttpClient().sendAsync(request.build(), byte[].class).get(30, TimeUnit.SECONDS);
      String text = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
      JsonNode tree = text.startsWith("{") ? MAPPER.readTree(text) : MAPPER.createObjectNode();
      List<String> warnings = response.headers("Warning");
      return new Answer(response.code(), tree, warnings == null ? List.of() : warnings, text);
    } catch (Exception e) {
      throw new AssertionError(method + " " + path, e);
    }
  }
}
