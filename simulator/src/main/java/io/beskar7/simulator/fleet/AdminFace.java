package io.beskar7.simulator.fleet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.http.HttpListener;
import io.beskar7.simulator.http.HttpReply;
import io.beskar7.simulator.http.HttpRequest;
import io.beskar7.simulator.http.HttpSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeParseException;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * How another process on this machine asks and steers a fleet: clear HTTP and JSON on 127.0.0.1.
 *
 * <ul>
 *   <li>{@code GET /fleet}: the fleet with all its hosts; no passwords
 *   <li>{@code GET /hosts/NAME}: one host and its state
 *   <li>{@code POST /hosts/NAME/power-cut}, {@code /down}, {@code /up}, {@code /wipe}
 *   <li>{@code POST /hosts/NAME/faults}: see {@link FaultJson}
 *   <li>{@code DELETE /faults}: no faults any more
 *   <li>{@code POST /boot-url} with {@code {"url": …}}: where firmware asks from now on
 * </ul>
 */
final class AdminFace implements AutoCloseable {
  private final Fleet fleet;
  private final HttpListener listener;

  private AdminFace(Fleet fleet, FleetParts parts) throws IOException {
    this.fleet = fleet;
    HttpSite site =
        new HttpSite(
            "admin",
            null,
            this::handle,
            (request, began, status) -> {},
            new FaultPlan(parts.time(), parts.log()),
            parts.time());
    listener =
        HttpListener.open(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), site);
  }

  /** Opens the face and writes its URL into the file, whole or not at all. */
  static AdminFace open(Fleet fleet, FleetParts parts, Path urlFile) throws IOException {
    AdminFace face = new AdminFace(fleet, parts);
    Path draft = urlFile.resolveSibling(urlFile.getFileName() + ".new");
    try {
      Files.writeString(draft, face.url() + "\n");
      Files.move(draft, urlFile, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(draft, urlFile, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      face.close();
      throw e;
    }
    return face;
  }

  String url() {
    return "http://127.0.0.1:" + listener.address().getPort();
  }

  @Override
  public void close() {
    listener.close();
  }

  private HttpReply handle(HttpRequest request) {
    if (request.headers().first("Origin") != null) {
      return error(403, "not for browsers");
    }
    try {
      return route(request);
    } catch (NoSuchElementException e) {
      return error(404, String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return error(400, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpReply route(HttpRequest request) throws IOException {
    String[] path = request.path().split("/", -1);
    String call =
        request.method() + " " + (path.length > 3 ? "/hosts/*/" + path[3] : "/" + path[1]);
    return switch (call) {
      case "GET /fleet" -> HttpReply.json(200, FleetJson.fleet(fleet));
      case "GET /hosts" -> HttpReply.json(200, FleetJson.host(fleet.host(path[2])));
      case "POST /boot-url" -> {
        fleet.bootUrl(FaultJson.url(request.text()));
        yield HttpReply.empty(204);
      }
      case "DELETE /faults" -> {
        fleet.faults().clear();
        yield HttpReply.empty(204);
      }
      default -> onHost(call, fleet.host(path.length > 2 ? path[2] : ""), request);
    };
  }

  private HttpReply onHost(String call, SimulatedHost host, HttpRequest request)
      throws IOException {
    switch (call) {
      case "POST /hosts/*/power-cut" -> host.cutPower();
      case "POST /hosts/*/down" -> host.down();
      case "POST /hosts/*/up" -> host.up();
      case "POST /hosts/*/wipe" -> host.wipe();
      case "POST /hosts/*/faults" -> FaultJson.add(fleet.faults(), host, request.text());
      default -> {
        return error(404, "no such call: " + call);
      }
    }
    return HttpReply.empty(204);
  }

  private static HttpReply error(int status, String message) {
    ObjectNode body = FleetJson.object().put("error", message);
    return HttpReply.json(status, body);
  }

  /** Opens a face when the configuration names a file for its URL. */
  static Optional<AdminFace> maybe(Fleet fleet, FleetParts parts, FleetConfig config)
      throws IOException {
    Path file = config.adminFile;
    return file == null ? Optional.empty() : Optional.of(open(fleet, parts, file));
  }
}
