package io.beskar7.it.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for the code of tests, which the rules on classes do not see. */
class TestSourcesTest {
  private static final Path ROOT = Path.of(System.getProperty("beskar7.root"));
  private static final Pattern SLEEP = Pattern.compile("\\b(Thread|TimeUnit\\.[A-Z]+)\\.sleep\\(");

  @Test
  void noTestSleeps() throws IOException {
    assertThat(sleeping(ROOT))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("Sleeps.java");
  }

  /** Of all modules; the one bad fixture shows that the search finds what it looks for. */
  private static List<Path> sleeping(Path root) throws IOException {
    try (Stream<Path> modules = Files.list(root)) {
      return modules
          .map(module -> module.resolve("src/test/java"))
          .filter(Files::isDirectory)
          .flatMap(TestSourcesTest::files)
          .filter(TestSourcesTest::sleeps)
          .toList();
    }
  }

  private static Stream<Path> files(Path tree) {
    try (Stream<Path> files = Files.walk(tree)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static boolean sleeps(Path file) {
    try {
      return SLEEP.matcher(Files.readString(file)).find();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
