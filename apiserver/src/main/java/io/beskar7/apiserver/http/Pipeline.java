package io.beskar7.apiserver.http;

import io.beskar7.apiserver.discovery.Discovery;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.security.Auditor;
import io.beskar7.apiserver.security.Authenticator;
import io.beskar7.apiserver.security.Authorizer;
import io.beskar7.apiserver.security.Identity;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpHeader;

/** The way of every request: authenticate, authorize, audit, handle. */
final class Pipeline {
  /** Requests worked on at a time, watches aside; the others wait their turn. */
  private static final int AT_A_TIME = 200;

  private final Semaphore turns = new Semaphore(AT_A_TIME, true);
  private final Authenticator authenticator;
  private final Authorizer authorizer;
  private final Auditor auditor;
  private final Documents documents;
  private final Resources resources;
  private final Reviews reviews;

  Pipeline(Context context, Authenticator authenticator, Authorizer authorizer, Auditor auditor) {
    this.authenticator = authenticator;
    this.authorizer = authorizer;
    this.auditor = auditor;
    this.documents = new Documents(context.registry());
    this.resources = new Resources(context);
    this.reviews = new Reviews(authorizer, context.clock());
  }

  void run(Exchange exchange) throws IOException, InterruptedException {
    if (PublicPaths.handle(exchange)) {
      return;
    }
    Identity user =
        authenticator
            .authenticate(exchange.header(HttpHeader.AUTHORIZATION))
            .orElseThrow(Refusals::unauthorized);
    Optional<ResourcePath> path = ResourcePath.parse(exchange.path());
    Authorizer.Attributes attributes = attributes(exchange, user, path);
    Authorizer.Decision decision = authorizer.decide(attributes);
    if (!decision.allowed()) {
      throw Refusals.forbidden(
          new Refusals.Target(attributes.group(), attributes.resource(), "", attributes.name()),
          "User \"" + user.name() + "\" cannot " + attributes.verb() + ": " + decision.reason());
    }
    auditor.received(attributes);
    if (attributes.verb().equals("watch")) {
      handle(exchange, user, path);
    } else {
      inTurn(exchange, user, path);
    }
  }

  private void inTurn(Exchange exchange, Identity user, Optional<ResourcePath> path)
      throws IOException, InterruptedException {
    turns.acquire();
    try {
      handle(exchange, user, path);
    } finally {
      turns.release();
    }
  }

  private void handle(Exchange exchange, Identity user, Optional<ResourcePath> path)
      throws IOException, InterruptedException {
    if (path.isEmpty()) {
      documents.handle(exchange);
    } else if (Discovery.isReview(path.get().group(), path.get().resource())) {
      reviews.handle(exchange, user, path.get());
    } else {
      resources.handle(exchange, path.get());
    }
  }

  private static Authorizer.Attributes attributes(
      Exchange exchange, Identity user, Optional<ResourcePath> path) {
    ResourcePath at = path.orElse(new ResourcePath("", "", "", "", "", ""));
    return new Authorizer.Attributes(
        user,
        Verbs.of(exchange, at),
        at.group(),
        at.resource(),
        at.subresource(),
        at.namespace(),
        at.name(),
        exchange.path());
  }
}
