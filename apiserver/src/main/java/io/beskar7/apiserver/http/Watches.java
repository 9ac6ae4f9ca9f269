package io.beskar7.apiserver.http;

import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.ListVersion;
import io.beskar7.apiserver.resource.Registry;
import io.beskar7.apiserver.resource.Selection;
import io.beskar7.apiserver.store.Store;
import io.beskar7.apiserver.view.View;
import io.beskar7.apiserver.watch.WatchRequest;
import io.beskar7.apiserver.watch.WatchStream;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.jetty.http.HttpHeader;

/** Answers watch requests. */
final class Watches {
  private static final long MIN_SECONDS = 1_800;

  private final Store store;
  private final Registry registry;

  Watches(Context context) {
    this.store = context.store();
    this.registry = context.registry();
  }

  void handle(Exchange exchange, Selection selection, View view)
      throws IOException, InterruptedException {
    if (exchange.header(HttpHeader.UPGRADE).equalsIgnoreCase("websocket")) {
      refuse(exchange);
      return;
    }
    WatchRequest request = request(exchange, selection);
    exchange.stream(
        view.contentType(),
        out -> {
          try {
            new WatchStream(store, registry, request, view, out).run();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /**
   * A handshake that is not taken up is answered as the plain request it also is, by a watch that
   * ends at once and says why. Clients that can do without then watch over HTTP; a refusal with
   * another code they repeat for half a minute, or take as final.
   */
  private static void refuse(Exchange exchange) throws IOException {
    ApiException refusal =
        Refusals.badRequest("watches over WebSocket are not served: watch with a plain request");
    exchange.json(200, Json.object().put("type", "ERROR").set("object", refusal.status()));
  }

  private WatchRequest request(Exchange exchange, Selection selection) {
    String version = exchange.query("resourceVersion");
    String initial = exchange.query("sendInitialEvents");
    String match = exchange.query("resourceVersionMatch");
    checkOptions(initial, match);
    long from = ListVersion.revision(version);
    if (from == 0 && initial.equals("false")) {
      from = store.snapshot().revision();
    }
    long seconds = exchange.number("timeoutSeconds");
    return new WatchRequest(
        selection,
        from,
        initial.equals("true"),
        exchange.flag("allowWatchBookmarks"),
        seconds > 0 ? seconds : ThreadLocalRandom.current().nextLong(MIN_SECONDS, 2 * MIN_SECONDS));
  }

  private static void checkOptions(String initial, String match) {
    FieldErrors errors = new FieldErrors();
    if (initial.isEmpty() && !match.isEmpty()) {
      errors.forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    } else if (!initial.isEmpty() && !match.equals("NotOlderThan")) {
      errors.forbidden(
          "resourceVersionMatch",
          "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }
    if (!errors.isEmpty()) {
      throw Refusals.invalidOptions("ListOptions", errors);
    }
  }
}
