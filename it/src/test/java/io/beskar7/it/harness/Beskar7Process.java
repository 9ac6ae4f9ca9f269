package io.beskar7.it.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The beskar7 command as a process of its own, from the classes under test. */
public final class Beskar7Process implements AutoCloseable {
  private final Process process;
  private final Path out;
  private final Path err;

  private Beskar7Process(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  /** Starts {@code beskar7 args...} in {@code directory}; its output goes to files named there. */
  public static Beskar7Process start(Path directory, String name, List<String> args)
      throws IOException {
    return start(directory, name, args, Map.of());
  }

  /** As above, with variables added to the environment; KUBECONFIG is not inherited. */
  public static Beskar7Process start(
      Path directory, String name, List<String> args, Map<String, String> environment)
      throws IOException {
    Path out = directory.resolve(name + ".out");
    Path err = directory.resolve(name + ".err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.beskar7.app.Main"));
    command.addAll(args);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
            .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
    builder.environment().remove("KUBECONFIG");
    builder.environment().putAll(environment);
    return new Beskar7Process(builder.start(), out, err);
  }

  /** Ends the process as a power cut would: nothing in it runs any more. */
  public void killHard() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks the process to end (SIGTERM). */
  public void terminate() {
    process.destroy();
  }

  /** The exit code; fails when the process does not end in time. */
  public int awaitExit(Duration limit) throws InterruptedException, IOException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still running after " + limit + "\n" + evidence());
    }
    return process.exitValue();
  }

  public boolean alive() {
    return process.isAlive();
  }

  public String stdout() throws IOException {
    return Files.readString(out);
  }

  public String stderr() throws IOException {
    return Files.readString(err);
  }

  /** The end of both outputs, for a failing test. */
  public String evidence() throws IOException {
    return "stdout:\n" + tail(stdout()) + "\nstderr:\n" + tail(stderr());
  }

  private static String tail(String text) {
    return text.substring(Math.max(0, text.length() - 6000));
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
