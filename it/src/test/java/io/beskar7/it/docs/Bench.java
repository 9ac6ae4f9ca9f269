package io.beskar7.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.it.harness.Beskar7Process;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * The reader's three terminals: {@code up} on free ports, {@code sim} on the addresses that
 * examples/rack.yaml names, and a shell in which {@code ./beskar7} runs the classes under test.
 */
final class Bench implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration END = Duration.ofSeconds(30);
  private static final List<InetSocketAddress> FIXED =
      List.of(
          new InetSocketAddress("127.7.0.1", 8443),
          new InetSocketAddress("127.7.0.2", 8443),
          new InetSocketAddress("127.7.0.3", 8443),
          new InetSocketAddress("127.7.0.4", 8443),
          new InetSocketAddress("127.7.255.1", 8480));

  private final Beskar7Process up;
  private final Beskar7Process sim;
  private final Terminal terminal;

  private Bench(Beskar7Process up, Beskar7Process sim, Terminal terminal) {
    this.up = up;
    this.sim = sim;
    this.terminal = terminal;
  }

  static Bench start(Path directory, Path root) throws IOException {
    FIXED.forEach(Bench::awaitFree);
    Path examples = Files.createDirectory(directory.resolve("examples"));
    Files.copy(root.resolve("examples/rack.yaml"), examples.resolve("rack.yaml"));
    writeCommand(directory.resolve("beskar7"));
    Beskar7Process up =
        Beskar7Process.start(
            directory,
            "up",
            List.of(
                "up",
                "--api-bind-address=127.0.0.1:0",
                "--boot-bind-address=127.0.0.1:0",
                "--metrics-bind-address=127.0.0.1:0",
                "--health-probe-bind-address=127.0.0.1:0"));
    String port = await(up, "boot scripts +port ([0-9]+)");
    Beskar7Process sim =
        Beskar7Process.start(
            directory,
            "sim",
            List.of(
                "sim",
                "--boot-url=http://127.0.0.1:" + port + "/api/v1/boot",
                "--log=" + fleetLog(directory)));
    await(sim, "(4) servers: host-0001 at https://127.7.0.1:8443");
    return new Bench(up, sim, Terminal.open(directory, directory.resolve("screen")));
  }

  static Path fleetLog(Path directory) {
    return directory.resolve("fleet.jsonl");
  }

  Terminal terminal() {
    return terminal;
  }

  /** Ctrl-C in the first two terminals, Beskar7 first. */
  void end() throws IOException, InterruptedException {
    up.terminate();
    up.awaitExit(END);
    assertThat(up.stderr())
        .as("all was closed within the time that a process has to end")
        .contains("\"msg\":\"ended\"")
        .doesNotContain("not everything could be closed in time");
    sim.terminate();
    sim.awaitExit(END);
  }

  private static String await(Beskar7Process process, String pattern) {
    Pattern wanted = Pattern.compile(pattern);
    return Awaitility.await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              assertThat(process.alive()).as("%s", process.evidence()).isTrue();
              Matcher matcher = wanted.matcher(process.stdout());
              return matcher.find() ? matcher.group(1) : "";
            },
            found -> !found.isEmpty());
  }

  /** Another fleet on this computer may be about to end; one that stays is named. */
  private static void awaitFree(InetSocketAddress address) {
    Awaitility.await("for " + address + ", which another beskar7 sim or program holds")
        .atMost(START)
        .pollInterval(Duration.ofMillis(200))
        .ignoreException(BindException.class)
        .until(
            () -> {
              try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(address);
                return true;
              }
            });
  }

  private static void writeCommand(Path file) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Files.writeString(
        file,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '%s' io.beskar7.app.Main "$@"
        """
            .formatted(java, System.getProperty("java.class.path")));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  @Override
  public void close() throws InterruptedException {
    terminal.close();
    up.close();
    sim.close();
  }
}
