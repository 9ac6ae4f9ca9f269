package io.beskar7.it.harness;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a test needs from this computer: where it is missing, the test is skipped and says why. */
public final class Parts {
  private static final Logger log = LoggerFactory.getLogger(Parts.class);

  private Parts() {}

  /** The program, somewhere on the PATH. */
  public static void needProgram(String name) {
    boolean found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .anyMatch(Files::isExecutable);
    need(found, "there is no " + name + " on the PATH");
  }

  /** The folder that an environment variable names. */
  public static Path needFolder(String variable) {
    String folder = System.getenv(variable);
    need(folder != null, variable + " is not set");
    return Path.of(folder);
  }

  private static void need(boolean there, String missing) {
    if (!there) {
      log.atWarn().addKeyValue("why", missing).log("skipped");
    }
    assumeTrue(there, missing);
  }
}
