package io.beskar7.it.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.reason.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reason that no code gives, or that no test expects, is a word without meaning. */
class ReasonsTest {
  private static final Path ROOT = Path.of(System.getProperty("beskar7.root"));

  @Test
  void everyReasonIsGivenByTheProduct() throws IOException {
    String product = sources("src/main/java");
    assertThat(Reason.values()).filteredOn(reason -> !says(product, reason.name())).isEmpty();
  }

  @Test
  void everyReasonIsExpectedByATest() throws IOException {
    String tests = sources("src/test/java");
    assertThat(Reason.values())
        .filteredOn(reason -> !says(tests, reason.name()) && !says(tests, reason.wire()))
        .isEmpty();
  }

  private static boolean says(String text, String word) {
    return Pattern.compile("\\b" + word + "\\b").matcher(text).find();
  }

  private static String sources(String tree) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> modules = Files.list(ROOT)) {
      for (Path module : modules.filter(path -> Files.isDirectory(path.resolve(tree))).toList()) {
        append(module.resolve(tree), all);
      }
    }
    return all.toString();
  }

  private static void append(Path tree, StringBuilder all) throws IOException {
    List<String> skipped = List.of("Reason.java", "ReasonsTest.java");
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (!skipped.contains(file.getFileName().toString())) {
          all.append(Files.readString(file));
        }
      }
    }
  }
}
