package io.beskar7.apiserver.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.json.Json;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.resource.Address;
import io.beskar7.apiserver.resource.Context;
import io.beskar7.apiserver.resource.DeleteOptions;
import io.beskar7.apiserver.resource.Deleter;
import io.beskar7.apiserver.resource.FieldSelector;
import io.beskar7.apiserver.resource.LabelSelector;
import io.beskar7.apiserver.resource.ListVersion;
import io.beskar7.apiserver.resource.Lister;
import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.resource.Selection;
import io.beskar7.apiserver.resource.Version;
import io.beskar7.apiserver.resource.WriteOptions;
import io.beskar7.apiserver.store.Entry;
import io.beskar7.apiserver.view.View;
import java.io.IOException;

/** Requests about stored objects. */
final class Resources {
  private final Context context;
  private final Views views;
  private final Watches watches;
  private final Patches patches;

  Resources(Context context) {
    this.context = context;
    this.views = new Views(context.clock());
    this.watches = new Watches(context);
    this.patches = new Patches(context.updater());
  }

  void handle(Exchange exchange, ResourcePath path) throws IOException, InterruptedException {
    Address at = address(path);
    Version version = at.version();
    if (!version.deprecation().isEmpty()) {
      exchange.warn(version.deprecation());
    }
    switch (Verbs.of(exchange, path)) {
      case "get" -> get(exchange, at);
      case "list" -> list(exchange, at);
      case "watch" -> watches.handle(exchange, selection(exchange, at), views.of(exchange, at));
      case "create" -> create(exchange, at);
      case "update" -> update(exchange, at);
      case "patch" -> patch(exchange, at);
      case "delete" -> delete(exchange, at);
      case "deletecollection" -> deleteAll(exchange, at);
      default -> throw Refusals.methodNotAllowed();
    }
  }

  private Address address(ResourcePath path) {
    ResourceType type =
        context.registry().find(path.group(), path.resource()).orElseThrow(Refusals::noSuchPath);
    Version version =
        type.version(path.version()).filter(Version::served).orElseThrow(Refusals::noSuchPath);
    boolean wrongScope = !type.namespaced() && !path.namespace().isEmpty();
    boolean nowhere = type.namespaced() && path.namespace().isEmpty() && !path.name().isEmpty();
    boolean noSuchPart =
        !path.subresource().isEmpty() && !(path.subresource().equals("status") && version.status());
    if (wrongScope || nowhere || noSuchPart) {
      throw Refusals.noSuchPath();
    }
    return new Address(type, version, path.namespace(), path.name(), path.subresource());
  }

  private void get(Exchange exchange, Address at) throws IOException {
    View view = views.of(exchange, at);
    ListVersion.parse(exchange.query("resourceVersion"), "").check(context.store().snapshot());
    Entry entry = context.lister().get(at);
    if (entry == null) {
      throw Refusals.notFound(at.target());
    }
    exchange.send(200, view.contentType(), 1, out -> view.object(entry, out));
  }

  private void list(Exchange exchange, Address at) throws IOException {
    if (!exchange.query("sendInitialEvents").isEmpty()) {
      FieldErrors errors = new FieldErrors();
      errors.forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
      throw Refusals.invalidOptions("ListOptions", errors);
    }
    View view = views.of(exchange, at);
    Lister.Page page = page(exchange, at);
    exchange.send(200, view.contentType(), page.entries().size(), out -> view.list(page, out));
  }

  private Lister.Page page(Exchange exchange, Address at) {
    ListVersion version =
        ListVersion.parse(
            exchange.query("resourceVersion"), exchange.query("resourceVersionMatch"));
    int limit = Math.clamp(exchange.number("limit"), 0, Integer.MAX_VALUE - 1);
    return context
        .lister()
        .list(selection(exchange, at), limit, exchange.query("continue"), version);
  }

  private static Selection selection(Exchange exchange, Address at) {
    String fields = exchange.query("fieldSelector");
    String named = at.name().isEmpty() ? fields : "metadata.name=" + at.name() + "," + fields;
    return new Selection(
        at, LabelSelector.parse(exchange.query("labelSelector")), FieldSelector.parse(named, at));
  }

  private void create(Exchange exchange, Address at) throws IOException {
    requireNamespace(at);
    if (!at.name().isEmpty()) {
      throw Refusals.methodNotAllowed();
    }
    View view = views.of(exchange, at);
    WriteOptions options = Options.write(exchange, "CreateOptions");
    Entry entry = context.creator().create(at, Bodies.read(exchange), options);
    exchange.send(201, view.contentType(), 1, out -> view.object(entry, out));
  }

  private void update(Exchange exchange, Address at) throws IOException {
    requireName(at);
    View view = views.of(exchange, at);
    WriteOptions options = Options.write(exchange, "UpdateOptions");
    TreeReader.Document body = Bodies.read(exchange);
    boolean create = at.type().behaviour().createsOnUpdate() && context.lister().get(at) == null;
    Entry entry =
        create
            ? context.creator().create(at, body, options)
            : context.updater().replace(at, body, options);
    exchange.send(create ? 201 : 200, view.contentType(), 1, out -> view.object(entry, out));
  }

  private void patch(Exchange exchange, Address at) throws IOException {
    requireName(at);
    View view = views.of(exchange, at);
    Entry entry = patches.handle(exchange, at, Options.write(exchange, "PatchOptions"));
    exchange.send(200, view.contentType(), 1, out -> view.object(entry, out));
  }

  private void delete(Exchange exchange, Address at) throws IOException {
    if (!at.subresource().isEmpty()) {
      throw Refusals.methodNotAllowed();
    }
    View view = views.of(exchange, at);
    Deleter.Deleted deleted = context.deleter().delete(at, Options.delete(exchange));
    if (deleted.gone()) {
      exchange.json(200, success(at, deleted.entry()));
    } else {
      exchange.send(200, view.contentType(), 1, out -> view.object(deleted.entry(), out));
    }
  }

  private void deleteAll(Exchange exchange, Address at) throws IOException {
    requireNamespace(at);
    DeleteOptions options = Options.delete(exchange);
    Lister.Page page = page(exchange, at);
    for (Entry entry : page.entries()) {
      ObjectNode metadata = Json.child(entry.tree(), "metadata");
      Address one =
          new Address(
              at.type(),
              at.version(),
              Json.text(metadata, "namespace"),
              Json.text(metadata, "name"),
              "");
      if (context.lister().get(one) != null) {
        context.deleter().delete(one, options);
      }
    }
    View view = views.of(exchange, at);
    exchange.send(200, view.contentType(), 0, out -> view.list(page, out));
  }

  private static ObjectNode success(Address at, Entry entry) {
    ObjectNode status = Json.object().put("kind", "Status").put("apiVersion", "v1");
    status.putObject("metadata");
    ObjectNode details = status.put("status", "Success").putObject("details");
    details.put("name", at.name());
    if (!at.type().group().isEmpty()) {
      details.put("group", at.type().group());
    }
    details.put("kind", at.type().plural()).put("uid", entry.facts().uid());
    return status;
  }

  private static void requireName(Address at) {
    requireNamespace(at);
    if (at.name().isEmpty()) {
      throw at.type().custom()
          ? Refusals.badRequest("name must be provided")
          : Refusals.methodNotAllowed();
    }
  }

  /** Nothing is written, and nothing deleted, in all namespaces at once. */
  private static void requireNamespace(Address at) {
    if (at.type().namespaced() && at.namespace().isEmpty()) {
      throw at.type().custom() ? Refusals.noSuchPath() : Refusals.methodNotAllowed();
    }
  }
}
