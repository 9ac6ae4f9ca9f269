package io.beskar7.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Proves survival of the process's death only; {@link PowerCutTest} is about the disk. */
class KillTest {
  @TempDir Path directory;

  @Test
  void acknowledgedWritesSurviveKillAgainAndAgain() throws Exception {
    for (int round = 0; round < 3; round++) {
      Path data = Files.createDirectory(directory.resolve("data" + round));
      Path acks = directory.resolve("acks" + round);
      Process child =
          Children.java(WritingChild.class, data.toString(), acks.toString(), "FULL", "1000000")
              .start();
      long enough = 4_000L * (round + 1);
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(20))
          .failFast(() -> !child.isAlive())
          .until(() -> Files.exists(acks) && Files.size(acks) > enough);
      child.destroyForcibly().waitFor();

      Acknowledged acknowledged = Acknowledged.parse(Files.readAllBytes(acks));
      assertThat(acknowledged.size()).isEqualTo(WritingChild.THREADS * WritingChild.KEYS);
      assertThat(acknowledged.lostIn(data)).isEmpty();
    }
  }
}
