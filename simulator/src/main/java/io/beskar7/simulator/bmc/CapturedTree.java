package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.http.HttpReply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder in which {@code X/index.json} is the answer to GET /redfish/v1/X. Files are served as
 * they are, whatever is wrong with them: that is what captured trees are for.
 */
final class CapturedTree implements RedfishService.Resources {
  private static final String VERSIONS = "/redfish";

  private final Path folder;

  CapturedTree(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    if (!Files.isRegularFile(this.folder.resolve("index.json"))) {
      throw new IllegalArgumentException("tree: " + folder + " has no index.json");
    }
  }

  @Override
  public Optional<Endpoint> find(String uri) {
    if (uri.equals(VERSIONS)) {
      return Optional.of(
          Endpoint.resource(() -> Json.object().put("v1", RootEndpoints.ROOT + "/")));
    }
    if (!uri.equals(RootEndpoints.ROOT) && !uri.startsWith(RootEndpoints.ROOT + "/")) {
      return Optional.empty();
    }
    String below = uri.substring(RootEndpoints.ROOT.length()).replaceFirst("^/", "");
    Path file = folder.resolve(below).resolve("index.json").normalize();
    return file.startsWith(folder) && Files.isRegularFile(file)
        ? Optional.of(readOnly(file))
        : Optional.empty();
  }

  /** The part of the tree that needs no login. */
  RedfishService.Resources open() {
    return uri ->
        uri.equals(VERSIONS)
                || uri.equals(RootEndpoints.ROOT)
                || uri.equals(RootEndpoints.ROOT + "/odata")
            ? find(uri)
            : Optional.empty();
  }

  private static Endpoint readOnly(Path file) {
    return new Endpoint().on("GET", request -> reply(file)).on("HEAD", request -> reply(file));
  }

  private static HttpReply reply(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      HttpReply reply = HttpReply.of(200, "application/json", text);
      String tag = Json.parse(text).map(CapturedTree::tag).orElse("");
      return tag.isEmpty() ? reply : reply.with("ETag", tag);
    } catch (IOException e) {
      throw new UncheckedIOException("captured resource " + file, e);
    }
  }

  private static String tag(ObjectNode resource) {
    return resource.path("@odata.etag").asText();
  }
}
