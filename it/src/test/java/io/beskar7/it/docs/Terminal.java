package io.beskar7.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A shell in which one command is typed after the other; what it prints goes to a file. */
final class Terminal implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String END = "--- ended with ";

  private final Process shell;
  private final Writer keyboard;
  private final Path screen;
  private int read;

  private Terminal(Process shell, Path screen) {
    this.shell = shell;
    this.keyboard = shell.outputWriter(StandardCharsets.UTF_8);
    this.screen = screen;
  }

  /** What a command printed, on both streams, and how it ended. */
  record Printed(String command, int code, String text) {}

  static Terminal open(Path directory, Path screen) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("sh")
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(screen.toFile());
    builder.environment().remove("KUBECONFIG");
    return new Terminal(builder.start(), screen);
  }

  /** Types a command and waits for its end. */
  Printed run(String command) throws IOException {
    keyboard.write(command + "\nprintf '\\n" + END + "%s\\n' $?\n");
    keyboard.flush();
    Awaitility.await()
        .alias(command)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> unread().matches("(?s).*\n" + END + "[0-9]+\n"));
    String text = unread();
    read += text.length();
    int end = text.lastIndexOf("\n" + END);
    int code = Integer.parseInt(text.substring(end + 1 + END.length()).strip());
    return new Printed(command, code, text.substring(0, end));
  }

  private String unread() {
    try {
      return Files.readString(screen).substring(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws InterruptedException {
    shell.descendants().forEach(ProcessHandle::destroy);
    shell.destroy();
    if (!shell.waitFor(10, TimeUnit.SECONDS)) {
      shell.destroyForcibly();
    }
  }
}
