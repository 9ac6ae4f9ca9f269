package io.beskar7.apiserver.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.resource.Lister;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Version;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.view.Lists;
import io.beskar7.apiserver.view.PartialView;
import io.beskar7.apiserver.view.View;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;

/** {@code Table} of {@code meta.k8s.io}: what kubectl prints. */
public final class TableView implements View {
  private final ResourceType type;
  private final Version version;
  private final String tableVersion;
  private final String include;
  private final List<TableColumn> columns;
  private boolean columnsSent;

  /**
   * @param tableVersion {@code v1} or {@code v1beta1}
   * @param include what each row carries of its object: {@code None}, {@code Metadata} or {@code
   *     Object}
   */
  public TableView(
      ResourceType type,
      Version version,
      String tableVersion,
      String include,
      InstantSource clock) {
    this.type = type;
    this.version = version;
    this.tableVersion = tableVersion;
    this.include = include;
    this.columns = TableColumns.of(type, version, clock);
  }

  @Override
  public void object(Entry entry, OutputStream out) throws IOException {
    ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(entry.revision()));
    out.write(Json.bytes(table(metadata, List.of(entry), true)));
  }

  @Override
  public void list(Lister.Page page, OutputStream out) throws IOException {
    out.write(Json.bytes(table(Lists.metadata(page), page.entries(), true)));
  }

  @Override
  public void change(Entry entry, OutputStream out) throws IOException {
    ObjectNode metadata = Json.object().put("resourceVersion", Long.toString(entry.revision()));
    out.write(Json.bytes(table(metadata, List.of(entry), !columnsSent)));
    columnsSent = true;
  }

  @Override
  public void bookmark(long revision, boolean initialEventsEnd, OutputStream out)
      throws IOException {
    out.write(
        Json.bytes(table(Lists.bookmark(revision, initialEventsEnd), List.of(), !columnsSent)));
    columnsSent = true;
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  private ObjectNode table(ObjectNode metadata, List<Entry> entries, boolean withColumns) {
    ObjectNode table =
        Json.object().put("kind", "Table").put("apiVersion", "meta.k8s.io/" + tableVersion);
    table.set("metadata", metadata);
    ArrayNode definitions = table.putArray("columnDefinitions");
    if (withColumns) {
      columns.forEach(column -> definitions.add(column.definition()));
    }
    ArrayNode rows = table.putArray("rows");
    entries.forEach(entry -> rows.add(row(entry)));
    return table;
  }

  private ObjectNode row(Entry entry) {
    ObjectNode tree = entry.tree();
    ObjectNode row = Json.object();
    ArrayNode cells = row.putArray("cells");
    columns.forEach(column -> cells.add(column.cell().apply(tree)));
    switch (include) {
      case "None" -> row.putNull("object");
      case "Object" -> {
        type.stamp(tree, version);
        row.set("object", tree);
      }
      default -> row.set("object", PartialView.partial(entry));
    }
    return row;
  }
}
