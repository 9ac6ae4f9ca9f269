package io.beskar7.testkit;

import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Installs the CustomResourceDefinitions of {@code deploy/crds}. */
final class Definitions {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Definitions() {}

  /**
   * The folder of the repository's definitions; the system property {@code beskar7.root} says where
   * it is.
   */
  static Path folder() {
    String root = System.getProperty("beskar7.root");
    if (root == null) {
      throw new IllegalStateException(
          "system property beskar7.root is not set: it must name the root of the repository");
    }
    return Path.of(root, "deploy", "crds");
  }

  static void install(KubernetesClient client) {
    List<CustomResourceDefinition> definitions = read(folder());
    var crds = client.apiextensions().v1().customResourceDefinitions();
    definitions.forEach(definition -> crds.resource(definition).create());
    for (CustomResourceDefinition definition : definitions) {
      String name = definition.getMetadata().getName();
      await("CustomResourceDefinition " + name + " is established")
          .atMost(PATIENCE)
          .pollInterval(Duration.ofMillis(20))
          .pollDelay(Duration.ZERO)
          .until(() -> established(crds.withName(name).get()));
    }
  }

  private static boolean established(CustomResourceDefinition definition) {
    return definition.getStatus() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> c.getType().equals("Established") && c.getStatus().equals("True"));
  }

  static List<CustomResourceDefinition> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Definitions::one)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }

  private static CustomResourceDefinition one(Path file) {
    try {
      return Serialization.unmarshal(Files.readString(file), CustomResourceDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
