package io.beskar7.api.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.crd.CrdFiles;
import io.beskar7.api.reason.ReasonsPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Holds the files made from Java types equal to those types. With -Dbeskar7.generate=true
 * (scripts/generate) it writes them instead.
 */
class DriftTest {
  private static final Path ROOT = Path.of(System.getProperty("beskar7.root"));
  private static final boolean WRITE = Boolean.getBoolean("beskar7.generate");

  @Test
  void definitionsInDeployCrdsAreThoseOfTheTypes() throws IOException {
    Path folder = ROOT.resolve("deploy/crds");
    Map<String, String> wanted = CrdFiles.generate();
    for (Map.Entry<String, String> file : wanted.entrySet()) {
      holdEqual(folder.resolve(file.getKey()), file.getValue());
    }
    try (Stream<Path> there = Files.list(folder)) {
      List<String> names = there.map(path -> path.getFileName().toString()).sorted().toList();
      assertThat(names)
          .as("deploy/crds holds nothing but generated files")
          .containsExactlyElementsOf(wanted.keySet());
    }
  }

  @Test
  void thePageOfReasonsIsThatOfTheVocabulary() throws IOException {
    holdEqual(ROOT.resolve("docs/reasons.md"), ReasonsPage.generate());
  }

  private static void holdEqual(Path file, String wanted) throws IOException {
    if (WRITE) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, wanted);
    }
    assertThat(file)
        .as(
            "%s differs from the Java types: run scripts/generate and commit",
            ROOT.relativize(file))
        .hasContent(wanted);
  }
}
