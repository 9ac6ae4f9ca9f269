package io.beskar7.apiserver.http;

import io.beskar7.apiserver.resource.Address;
import io.beskar7.apiserver.table.TableView;
import io.beskar7.apiserver.view.ObjectView;
import io.beskar7.apiserver.view.PartialView;
import io.beskar7.apiserver.view.View;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;

/** Chooses the view a client asks for in Accept. */
final class Views {
  private static final List<String> FORMS =
      List.of("Table", "PartialObjectMetadata", "PartialObjectMetadataList");

  private final InstantSource clock;

  Views(InstantSource clock) {
    this.clock = clock;
  }

  View of(Exchange exchange, Address at) {
    Media media = Media.choose(exchange.header(HttpHeader.ACCEPT), FORMS);
    return switch (media.as()) {
      case "Table" -> {
        String include = exchange.query("includeObject");
        yield new TableView(at.type(), at.version(), media.version(), include, clock);
      }
      case "" -> new ObjectView(at.type(), at.version());
      default -> new PartialView();
    };
  }
}
