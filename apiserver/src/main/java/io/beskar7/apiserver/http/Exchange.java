package io.beskar7.apiserver.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Fields;

/** One request and its response. */
final class Exchange {
  /** Largest request body, bytes; the real API's limit. */
  private static final int BODY_LIMIT = 3 << 20;

  /** How much of a body is read past that, only to be dropped, bytes. */
  private static final long DRAIN_LIMIT = 16L << 20;

  /** Lists of at least this many objects are compressed when the client takes it. */
  private static final int GZIP_FROM = 50;

  private static final int BUFFER = 32 << 10;

  private final Request request;
  private final Response response;
  private final Fields query;
  private final Set<String> warnings = new LinkedHashSet<>();

  /** Writes a body. */
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  Exchange(Request request, Response response) {
    this.request = request;
    this.response = response;
    this.query = Request.extractQueryParameters(request);
  }

  String method() {
    return request.getMethod();
  }

  String path() {
    return request.getHttpURI().getDecodedPath();
  }

  /** A header's value, empty when it is not there; repeated headers are joined by commas. */
  String header(HttpHeader header) {
    String value = String.join(",", request.getHeaders().getValuesList(header));
    return value;
  }

  /** A query parameter's value, empty when it is not there. */
  String query(String name) {
    String value = query.getValue(name);
    return value == null ? "" : value;
  }

  /** All values of a query parameter. */
  List<String> queries(String name) {
    return List.copyOf(query.getValuesOrEmpty(name));
  }

  boolean flag(String name) {
    String value = query(name);
    return value.equals("true") || value.equals("1");
  }

  /** A query parameter that counts, 0 when it is not there. */
  long number(String name) {
    String value = query(name);
    try {
      return value.isEmpty() ? 0 : Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw Refusals.badRequest(name + ": \"" + value + "\" is not a number");
    }
  }

  byte[] body() throws IOException {
    byte[] bytes = Content.Source.asInputStream(request).readNBytes(BODY_LIMIT + 1);
    if (bytes.length > BODY_LIMIT) {
      throw Refusals.tooLarge(BODY_LIMIT);
    }
    return bytes;
  }

  /**
   * Reads what is left of the body, so that a client still sending it gets the answer instead of a
   * reset.
   */
  void drain() throws IOException {
    try (InputStream in = Content.Source.asInputStream(request)) {
      long left = DRAIN_LIMIT;
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0 && left > 0; n = in.read(buffer)) {
        left -= n;
      }
    }
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  void header(HttpHeader header, String value) {
    response.getHeaders().put(header, value);
  }

  void json(int code, JsonNode node) throws IOException {
    send(code, "application/json", 0, out -> out.write(Json.bytes(node)));
  }

  void text(int code, String text) throws IOException {
    send(
        code,
        "text/plain; charset=utf-8",
        0,
        out -> out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  /**
   * Sends a whole response.
   *
   * @param objects how many objects it shows, to judge whether compressing pays
   */
  void send(int code, String contentType, int objects, Body body) throws IOException {
    head(code, contentType);
    boolean gzip = objects >= GZIP_FROM && header(HttpHeader.ACCEPT_ENCODING).contains("gzip");
    if (gzip) {
      response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
      response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
    }
    try (OutputStream raw =
            new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER);
        OutputStream out = gzip ? new GZIPOutputStream(raw, BUFFER) : raw) {
      body.writeTo(out);
    }
  }

  /** Sends a response that goes on: each flush reaches the client. */
  void stream(String contentType, Body body) throws IOException {
    request.addIdleTimeoutListener(timeout -> false);
    head(200, contentType);
    try (OutputStream out =
        new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER)) {
      out.flush();
      body.writeTo(out);
    }
  }

  private void head(int code, String contentType) {
    response.setStatus(code);
    var headers = response.getHeaders();
    headers.put(HttpHeader.CONTENT_TYPE, contentType);
    headers.put(HttpHeader.CACHE_CONTROL, "no-cache, private");
    for (String warning : warnings) {
      String quoted = warning.replace("\\", "\\\\").replace("\"", "\\\"");
      headers.add(new HttpField("Warning", "299 - \"" + quoted + "\""));
    }
  }
}
