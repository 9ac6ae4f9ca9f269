package io.beskar7.apiserver;

import static io.beskar7.apiserver.Wire.MAPS;
import static io.beskar7.apiserver.Wire.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.apiserver.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What users see when the disk does not do its part. */
class DiskTest {
  private static final String FAILED = "checkpoint failed, will be tried again";
  private static final String VALUE = "z".repeat(20_000);

  @TempDir Path directory;
  private EmbeddedApi api;
  private Wire wire;

  private void start(long maxDatabaseBytes, long checkpointBytes) throws Exception {
    var settings = new Store.Settings("FULL", maxDatabaseBytes, checkpointBytes, 1_000, 16L << 20);
    api = EmbeddedApi.start(EmbeddedApi.Config.in(directory), InstantSource.system(), settings);
    wire = new Wire(api);
  }

  @AfterEach
  void stop() {
    wire.close();
    api.close();
  }

  @Test
  void aFullDiskRefusesWritesInClearWordsWhileReadsGoOnAndTakesThemAgainAfterwards()
      throws Exception {
    start(1 << 20, 64 << 10);
    try (Stream<JsonNode> watch = wire.watch(MAPS + "?watch=1&resourceVersion=0")) {
      int stored = fill();

      JsonNode status = wire.send("POST", MAPS, map("late", VALUE)).expect(507).body();
      assertThat(status.path("reason").asText()).isEqualTo("InsufficientStorage");
      assertThat(status.path("message").asText())
          .isEqualTo("the disk under the data directory is full: nothing was written");
      assertThat(status.at("/details/retryAfterSeconds").asInt()).isEqualTo(5);
      String grown = "{\"data\":{\"more\":\"" + VALUE + VALUE + "\"}}";
      wire.merge(MAPS + "/m0", grown).expect(507);
      assertThat(wire.get(MAPS + "/m0").expect(200).body().at("/data/more").isMissingNode())
          .isTrue();
      assertThat(wire.get(MAPS).expect(200).body().path("items")).hasSize(stored);
      wire.get(MAPS + "/late").expect(404);

      for (int i = 0; i < 10; i++) {
        wire.send("DELETE", MAPS + "/m" + i, "{}").expect(200);
      }
      wire.send("POST", MAPS, map("again", VALUE)).expect(201);
      assertThat(watch.limit(stored + 11L).toList().getLast().at("/object/metadata/name").asText())
          .isEqualTo("again");
    }
  }

  private int fill() throws Exception {
    for (int stored = 0; stored < 200; stored++) {
      Wire.Answer answer = wire.send("POST", MAPS, map("m" + stored, VALUE));
      if (answer.code() != 201) {
        answer.expect(507);
        assertThat(answer.response().headers().firstValue("Retry-After")).hasValue("5");
        return stored;
      }
    }
    throw new AssertionError("the disk never became full");
  }

  @Test
  void writesGoOnWhileAStrangerThatReadsTheFileHoldsUpTheCheckpoint() throws Exception {
    start(1L << 30, 64 << 10);
    write(10);
    try (Connection stranger = DriverManager.getConnection("jdbc:sqlite:" + state());
        Statement statement = stranger.createStatement()) {
      statement.execute("BEGIN");
      try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM log")) {
        assertThat(rows.next()).isTrue();
      }
      long before = Files.size(wal());
      write(40);
      assertThat(Files.size(wal())).as("nothing is overwritten").isGreaterThan(before + 700_000);
      statement.execute("COMMIT");
    }
    write(40);
    long settled = Files.size(wal());
    write(40);
    assertThat(Files.size(wal())).as("the log begins again at its start").isEqualTo(settled);
    assertThat(wire.get(MAPS + "/m").expect(200).body().at("/metadata/uid").asText()).isNotEmpty();
  }

  @Test
  void aCheckpointThatFailsLosesNothingAndIsRepeatedUntilItSucceeds() throws Exception {
    var log = new ListAppender<ILoggingEvent>();
    log.list = new CopyOnWriteArrayList<>();
    Logger logger = (Logger) LoggerFactory.getLogger("io.beskar7.apiserver.store");
    log.start();
    logger.addAppender(log);
    start(1L << 30, 64 << 10);
    write(10);
    Path hidden = directory.resolve("hidden.db");
    Files.move(state(), hidden);
    Files.createDirectory(state());
    try {
      write(40);
      await().until(() -> log.list.stream().anyMatch(e -> e.getMessage().equals(FAILED)));
      assertThat(wire.get(MAPS + "/m").expect(200).body().at("/data/k").asText()).hasSize(20_002);
    } finally {
      Files.delete(state());
      Files.move(hidden, state());
      logger.detachAppender(log);
    }
    write(40);
    long settled = Files.size(wal());
    write(40);
    assertThat(Files.size(wal())).isEqualTo(settled);
    String last = wire.get(MAPS + "/m").expect(200).text();
    stop();
    start(1L << 30, 64 << 10);
    assertThat(wire.get(MAPS + "/m").expect(200).text()).isEqualTo(last);
  }

  private Path state() {
    return directory.resolve("state.db");
  }

  private Path wal() {
    return directory.resolve("state.db-wal");
  }

  private void write(int times) throws Exception {
    String object = map("m", VALUE);
    if (wire.get(MAPS + "/m").code() == 404) {
      wire.send("POST", MAPS, object).expect(201);
    }
    for (int i = 0; i < times; i++) {
      String value = i % 2 == 0 ? VALUE + "aa" : VALUE + "bb";
      wire.merge(MAPS + "/m", "{\"data\":{\"k\":\"" + value + "\"}}").expect(200);
    }
  }
}
