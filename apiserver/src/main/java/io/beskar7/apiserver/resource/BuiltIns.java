package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.TreeReader;
import io.beskar7.apiserver.schema.Schema;
import io.beskar7.apiserver.schema.SchemaParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The kinds every server has. */
public final class BuiltIns {
  private BuiltIns() {}

  public static List<ResourceType> read(InstantSource clock) {
    Map<String, Behaviour> behaviours =
        Map.of(
            "Namespace", new NamespaceBehaviour(),
            "Secret", new SecretBehaviour(),
            "ConfigMap", new ConfigData(),
            "Event", new EventBehaviour(),
            "Lease", new LeaseBehaviour(),
            "CustomResourceDefinition", new DefinitionBehaviour(clock));
    List<ResourceType> types = new ArrayList<>();
    for (JsonNode kind : load("kinds.json").path("items")) {
      String name = kind.path("spec").path("names").path("kind").asText();
      types.add(DefinitionReader.read(kind, behaviours.getOrDefault(name, BuiltIn.PLAIN), false));
    }
    return types;
  }

  /** Schema of {@code metadata}, which no kind's own schema says. */
  public static Schema objectMeta() {
    return SchemaParser.parse(load("objectmeta.json"));
  }

  private static ObjectNode load(String name) {
    try (InputStream in = BuiltIns.class.getResourceAsStream(name)) {
      return TreeReader.stored(Objects.requireNonNull(in, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
