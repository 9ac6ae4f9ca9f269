package io.beskar7.boot.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A request, as an endpoint sees it. */
public final class Call {
  private static final Pattern AUTHORITY =
      Pattern.compile("([A-Za-z0-9._-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");
  private static final int DISCARDED = 8 << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Call.class);

  private final Request request;
  private final Map<String, String> path;
  private @Nullable Fields query;

  Call(Request request, Map<String, String> path) {
    this.request = request;
    this.path = path;
  }

  /** What stands in the place of a {name} of the route. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no {" + name + "}");
    }
    return value;
  }

  /** The first value of a query parameter; null when absent or empty. */
  public @Nullable String query(String name) {
    if (query == null) {
      query = Request.extractQueryParameters(request);
    }
    String value = query.getValue(name);
    return value == null || value.isEmpty() ? null : value;
  }

  /** Whether the request came through TLS. */
  public boolean secure() {
    return request.isSecure();
  }

  /** Address of the client, without port. */
  public String client() {
    return Request.getRemoteAddr(request);
  }

  /** Host and port by which the client calls us; null when it does not say so in a usable form. */
  public @Nullable String authority() {
    String host = request.getHeaders().get(HttpHeader.HOST);
    return host != null && AUTHORITY.matcher(host).matches() ? host : null;
  }

  /** The token of an Authorization header of scheme Bearer; null when there is none. */
  public @Nullable String bearer() {
    String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      return null;
    }
    return header.substring("bearer ".length()).strip();
  }

  /**
   * The whole body.
   *
   * @throws Refusal with 413 when it is larger than {@code limit} bytes, 400 when it breaks off
   */
  public byte[] body(int limit) {
    if (request.getLength() > limit) {
      throw tooLarge();
    }
    try {
      InputStream in = Content.Source.asInputStream(request);
      byte[] body = in.readNBytes(limit + 1);
      if (body.length > limit) {
        throw tooLarge();
      }
      return body;
    } catch (IOException e) {
      throw new Refusal(Reply.text(400, "Request body broke off"));
    }
  }

  /**
   * Takes in what is left of a body of bearable size, so that the client is still there to read the
   * answer.
   */
  void discardBody() {
    if (request.getLength() == 0 || request.getLength() > DISCARDED) {
      return;
    }
    try {
      long left = DISCARDED;
      InputStream in = Content.Source.asInputStream(request);
      for (long gone = in.skip(left); gone > 0 && left > 0; gone = in.skip(left)) {
        left -= gone;
      }
    } catch (IOException e) {
      LOG.atDebug().addKeyValue("client", client()).log("client left before its answer");
    }
  }

  private static Refusal tooLarge() {
    return new Refusal(Reply.text(413, "Request body too large"));
  }

  static List<String> segments(Request request) {
    String path = Request.getPathInContext(request);
    return List.of(path.substring(1).split("/", -1));
  }
}
