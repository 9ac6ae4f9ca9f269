package io.beskar7.boot.examples;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds examples: in YAML files, and in the fenced YAML blocks of Markdown pages. */
final class Examples {
  private static final String VERSION = "infrastructure.cluster.x-k8s.io/v1beta1";
  private static final Set<String> KINDS =
      Set.of(
          "PhysicalHost",
          "Beskar7Machine",
          "Beskar7MachineTemplate",
          "Beskar7Cluster",
          "Beskar7ClusterTemplate");

  private static final Pattern FENCE = Pattern.compile("^\\s*```(\\w*)\\s*$");
  private static final Pattern HEADING = Pattern.compile("^#+\\s+(.*?)\\s*$");
  private static final Pattern TOP_LEVEL = Pattern.compile("(?m)^(spec|status):");

  private Examples() {}

  static List<Example> ofFiles(Path folder) throws IOException {
    List<Example> found = new ArrayList<>();
    for (Path file : files(folder, ".yaml")) {
      collect(file.getFileName().toString(), Files.readString(file), "", found);
    }
    return found;
  }

  static List<Example> ofPages(Path folder) throws IOException {
    List<Example> found = new ArrayList<>();
    for (Path page : files(folder, ".md")) {
      ofPage(page, found);
    }
    return found;
  }

  private static void ofPage(Path page, List<Example> found) throws IOException {
    String heading = "";
    String language = null;
    StringBuilder block = new StringBuilder();
    int line = 0;
    for (String text : Files.readAllLines(page)) {
      line++;
      Matcher fence = FENCE.matcher(text);
      Matcher title = HEADING.matcher(text);
      if (fence.matches() && language == null) {
        language = fence.group(1);
        block.setLength(0);
      } else if (fence.matches()) {
        if (language.equals("yaml") || language.equals("yml")) {
          collect(page.getFileName() + ":" + line, block.toString(), heading, found);
        }
        language = null;
      } else if (language != null) {
        block.append(text).append('\n');
      } else if (title.matches()) {
        heading = title.group(1);
      }
    }
  }

  private static void collect(String where, String yaml, String heading, List<Example> found) {
    for (String document : yaml.split("(?m)^---\\s*$")) {
      boolean ours = KINDS.stream().anyMatch(kind -> document.contains("kind: " + kind));
      boolean fieldsOfOurs = KINDS.contains(heading) && TOP_LEVEL.matcher(document).find();
      if (ours || fieldsOfOurs) {
        Map<String, Object> content = read(document);
        String kind = (String) content.getOrDefault("kind", heading);
        if (KINDS.contains(kind)) {
          String name = "example-" + found.size();
          found.add(new Example(where, content).completed(kind, VERSION, name));
        }
      }
    }
  }

  @SuppressWarnings("unchecked") // YAML maps have string keys here
  private static Map<String, Object> read(String document) {
    return Serialization.unmarshal(document, Map.class);
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
