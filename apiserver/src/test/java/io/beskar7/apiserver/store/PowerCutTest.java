package io.beskar7.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Power cuts: a child process writes under a recorder that notes every write and sync of the
 * database's files; the disk is then rebuilt as it was at many moments, without what was not
 * synced, and opened.
 */
class PowerCutTest {
  private static final int CUTS = 40;

  @TempDir Path directory;

  @Test
  void anAcknowledgedWriteIsThereAfterAPowerCut() throws Exception {
    RecordedDisk disk = record("FULL");
    assertThat(lostAtCuts(disk)).isEmpty();
  }

  @Test
  void withoutSyncingAcknowledgedWritesAreLost() throws Exception {
    RecordedDisk disk = record("OFF");
    assertThat(lostAtCuts(disk)).isNotEmpty();
  }

  private List<String> lostAtCuts(RecordedDisk disk) throws IOException {
    Random random = new Random(7);
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < CUTS; i++) {
      Path rebuilt = Files.createTempDirectory(directory, "cut");
      int at = random.nextInt(disk.size() / 10, disk.size() + 1);
      Acknowledged acknowledged = disk.cut(at, random, i % 2 == 1, rebuilt);
      for (String one : lostIn(acknowledged, rebuilt)) {
        lost.add("cut after " + at + " operations: " + one);
      }
    }
    return lost;
  }

  private static List<String> lostIn(Acknowledged acknowledged, Path rebuilt) {
    try {
      return acknowledged.lostIn(rebuilt);
    } catch (StoreException e) {
      return List.of("the database does not open: " + e.getMessage());
    }
  }

  private RecordedDisk record(String synchronous) throws Exception {
    Path data = Files.createDirectory(directory.resolve("data"));
    Path trace = directory.resolve("trace");
    ProcessBuilder child =
        Children.java(
            WritingChild.class,
            data.toString(),
            data.resolve("acks").toString(),
            synchronous,
            "800");
    child.environment().put("LD_PRELOAD", recorder().toString());
    child.environment().put("RECORD_DIR", data.toRealPath().toString());
    child.environment().put("RECORD_TRACE", trace.toString());
    assertThat(child.start().waitFor()).isZero();
    return RecordedDisk.read(trace);
  }

  private Path recorder() throws Exception {
    assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && Files.isExecutable(Path.of("/usr/bin/gcc")),
        "the recorder needs Linux and /usr/bin/gcc");
    Path source = directory.resolve("recorder.c");
    try (InputStream in = PowerCutTest.class.getResourceAsStream("/recorder.c")) {
      Files.copy(Objects.requireNonNull(in), source);
    }
    Path library = directory.resolve("recorder.so");
    Process compiler =
        new ProcessBuilder(
                "gcc",
                "-shared",
                "-fPIC",
                "-O1",
                "-o",
                library.toString(),
                source.toString(),
                "-ldl")
            .inheritIO()
            .start();
    assertThat(compiler.waitFor()).as("gcc").isZero();
    return library;
  }
}
