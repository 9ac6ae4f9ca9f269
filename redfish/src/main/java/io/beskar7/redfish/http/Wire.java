package io.beskar7.redfish.http;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishSettings;
import io.beskar7.redfish.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to one service, each once, each with an end. */
public final class Wire {
  private static final int MAX_REDIRECTS = 3;

  private final HttpClients clients;
  private final Origin origin;
  private final Trust trust;
  private final RedfishSettings settings;

  public Wire(HttpClients clients, Origin origin, Trust trust, RedfishSettings settings) {
    this.clients = clients;
    this.origin = origin;
    this.trust = trust;
    this.settings = settings;
  }

  public Origin origin() {
    return origin;
  }

  /** Sends the request, and what a redirect within the origin makes of it. */
  public Reply send(Request request, Pace pace) {
    Request next = request;
    for (int hop = 0; ; hop++) {
      Reply reply = exchange(next, pace);
      if (!(reply instanceof Reply.Answer answer) || !redirects(next, answer.status())) {
        return reply;
      }
      String location = answer.header("Location");
      String path = location == null ? null : origin.redirect(location);
      if (path == null) {
        return unusable("it redirects to another service");
      }
      if (hop == MAX_REDIRECTS) {
        return unusable("it redirects in circles");
      }
      next = next.at(path);
    }
  }

  /** Only 307 and 308 keep the method of a write. */
  private static boolean redirects(Request request, int status) {
    return request.redirects()
        && (status == 307
            || status == 308
            || (request.isRead() && (status == 301 || status == 302)));
  }

  private Reply exchange(Request request, Pace pace) {
    URI uri = origin.uri(request.path());
    if (uri == null) {
      return unusable("it links to what is no path");
    }
    if (pace.givenUp()) {
      return new Reply.NoAnswer(Cause.ABANDONED, "the call was given up", false);
    }
    Duration patience = Duration.between(pace.now(), pace.deadline(settings.requestTimeout()));
    if (!patience.isPositive()) {
      return new Reply.NoAnswer(Cause.TIMEOUT, "no time is left", false);
    }
    try {
      HttpClient client = clients.get(trust, pace.scaled(settings.connectTimeout()));
      var capped =
          BodyHandlers.limiting(
              BodyHandlers.ofString(StandardCharsets.UTF_8), settings.maxBodyBytes());
      return await(client.sendAsync(http(request, uri), capped), patience);
    } catch (CertificateException e) {
      return new Reply.NoAnswer(
          Cause.TLS_NOT_TRUSTED, "the CA bundle holds no certificate that can be read", false);
    }
  }

  private static HttpRequest http(Request request, URI uri) {
    String body = request.body();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(uri)
            .method(
                request.method(),
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Accept", "application/json")
            .header("OData-Version", "4.0")
            .header("User-Agent", "beskar7");
    if (body != null) {
      http.header("Content-Type", "application/json");
    }
    request.headers().forEach(http::header);
    return http.build();
  }

  /** The JDK's own timeout ends at the headers; this one covers the body too. */
  private static Reply await(CompletableFuture<HttpResponse<String>> sent, Duration patience) {
    try {
      HttpResponse<String> answer = sent.get(patience.toNanos(), TimeUnit.NANOSECONDS);
      return new Reply.Answer(answer.statusCode(), answer.headers(), answer.body());
    } catch (TimeoutException e) {
      sent.cancel(true);
      return new Reply.NoAnswer(Cause.TIMEOUT, "it did not answer in full in time", true);
    } catch (ExecutionException e) {
      return Failures.of(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      sent.cancel(true);
      Thread.currentThread().interrupt();
      return new Reply.NoAnswer(Cause.ABANDONED, "the call was given up", true);
    }
  }

  private static Reply unusable(String seen) {
    return new Reply.NoAnswer(Cause.UNEXPECTED_ANSWER, seen, true);
  }
}
