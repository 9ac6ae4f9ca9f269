package io.beskar7.apiserver.http;

import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.resource.ListVersion;
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

  Watches(Store store) {
    this.store = store;
  }

  void handle(Exchange exchange, Selection selection, View view)
      throws IOException, InterruptedException {
    if (exchange.header(HttpHeader.UPGRADE).equalsIgnoreCase("websocket")) {
      exchange.text(200, "");
      return;
    }
    WatchRequest request = request(exchange, selection);
    exchange.stream(
        view.contentType(),
        out -> {
          try {
            new WatchStream(store, request, view, out, System::nanoTime).run();
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private WatchRequest request(Exchange exchange, Selection selection) {
    String version = exchange.query("resourceVersion");
    String initial = exchange.query("sendInitialEvents");
    String match = exchange.query("resourceVersionMatch");
    if (initial.isEmpty() && !match.isEmpty()) {
      throw Refusals.badRequest(
          "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    }
    if (!initial.isEmpty() && !match.equals("NotOlderThan")) {
      throw Refusals.badRequest(
          "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }
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
}
