package io.beskar7.apiserver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.json.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir Path directory;

  @Test
  void aDeletedObjectDoesNotComeBackAndRevisionsGoOnAfterARestart() {
    long last;
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      for (int i = 0; i < 50; i++) {
        Entry made = committed(store.write(Write.put("g/r//" + i, 0, object(i))));
        committed(store.write(Write.delete("g/r//" + i, made.revision(), object(i))));
      }
      last = store.snapshot().revision();
    }
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      assertThat(store.snapshot().entries().size()).isZero();
      assertThat(store.snapshot().revision()).isEqualTo(last);
    }
  }

  @Test
  void aWriteFromAnOldRevisionIsLost() {
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      Entry first = committed(store.write(Write.put("g/r//a", 0, object(1))));
      committed(store.write(Write.put("g/r//a", first.revision(), object(2))));

      assertThat(store.write(Write.put("g/r//a", first.revision(), object(3))))
          .isInstanceOf(Write.Outcome.Lost.class);
      assertThat(n(store, "g/r//a")).isEqualTo(2);
    }
  }

  @Test
  void ofManyWritersFromOneRevisionExactlyOneWins() throws Exception {
    try (Store store = Store.open(directory, Store.Settings.standard());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Entry first = committed(store.write(Write.put("g/r//a", 0, object(0))));
      CountDownLatch go = new CountDownLatch(1);
      List<Future<Write.Outcome>> all = new ArrayList<>();
      for (int i = 1; i <= 64; i++) {
        Write write = Write.put("g/r//a", first.revision(), object(i));
        all.add(
            threads.submit(
                () -> {
                  go.await();
                  return store.write(write);
                }));
      }
      go.countDown();
      int won = 0;
      for (Future<Write.Outcome> one : all) {
        won += one.get() instanceof Write.Outcome.Committed ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
      assertThat(store.snapshot().revision()).isEqualTo(first.revision() + 1);
    }
  }

  @Test
  void aFullDatabaseRefusesWritesKeepsWhatItHasAndTakesThemAgainAfterDeletions() {
    Store.Settings small = new Store.Settings("FULL", 400 << 10, 64 << 10, 100, 1 << 20);
    List<Entry> kept = new ArrayList<>();
    try (Store store = Store.open(directory, small)) {
      StoreException refusal = null;
      for (int i = 0; refusal == null && i < 1_000; i++) {
        try {
          kept.add(committed(store.write(Write.put("g/r//" + i, 0, object(i)))));
        } catch (StoreException e) {
          refusal = e;
        }
      }
      assertThat(refusal).isNotNull();
      assertThat(refusal.kind()).isEqualTo(StoreException.Kind.FULL);
      assertThat(store.snapshot().entries().size()).isEqualTo(kept.size());

      for (Entry entry : kept.subList(0, 20)) {
        committed(store.write(Write.delete(entry.key(), entry.revision(), object(0))));
      }
      committed(store.write(Write.put("g/r//again", 0, object(7))));
    }
    try (Store store = Store.open(directory, small)) {
      assertThat(store.snapshot().entries().size()).isEqualTo(kept.size() - 20 + 1);
    }
  }

  @Test
  void aWriteThatCannotBeTriedFailsAloneAndTheWriterGoesOn() {
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      Write poisoned =
          Write.put("g/r//a", 0, object(1))
              .onlyIf(
                  state -> {
                    throw new IllegalStateException("no answer");
                  });
      assertThatThrownBy(() -> store.write(poisoned)).hasMessageContaining("no answer");
      committed(store.write(Write.put("g/r//a", 0, object(2))));
      assertThat(n(store, "g/r//a")).isEqualTo(2);
    }
  }

  @Test
  @Timeout(20)
  void aWriterThatHasEndedRefusesWritesInsteadOfLettingThemWait() {
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      committed(store.write(Write.put("g/r//a", 0, object(1))));
      Write fatal =
          Write.put("g/r//b", 0, object(1))
              .onlyIf(
                  state -> {
                    throw new StackOverflowError("made up");
                  });
      for (Write write : List.of(fatal, Write.put("g/r//c", 0, object(1)))) {
        assertThatThrownBy(() -> store.write(write))
            .isInstanceOfSatisfying(
                StoreException.class,
                refusal -> assertThat(refusal.kind()).isEqualTo(StoreException.Kind.CLOSED));
      }
      assertThat(n(store, "g/r//a")).isEqualTo(1);
    }
  }

  @Test
  void aListenerThatFailsNeitherUndoesAWriteNorKeepsItFromTheOthers() throws InterruptedException {
    try (Store store = Store.open(directory, Store.Settings.standard())) {
      List<String> told = new ArrayList<>();
      store.onChange(
          change -> {
            throw new IllegalStateException("listener of " + change.key());
          });
      store.onChange(change -> told.add(change.key()));
      committed(store.write(Write.put("g/r//a", 0, object(1))));
      committed(store.write(Write.put("g/r//b", 0, object(2))));
      assertThat(told).containsExactly("g/r//a", "g/r//b");
      assertThat(store.changes().after(0, 0)).isInstanceOf(ChangeRing.Read.Changes.class);
    }
  }

  @Test
  void aSecondServerOnOneDirectoryIsRefused() {
    try (DataDirectory first = DataDirectory.take(directory)) {
      assertThatThrownBy(() -> DataDirectory.take(directory))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(first.path().toString())
          .hasMessageContaining("in use by another server");
    }
    DataDirectory.take(directory).close();
  }

  @Test
  void aWatcherThatFallsBehindIsToldSo() throws InterruptedException {
    Store.Settings few = new Store.Settings("FULL", 1 << 30, 1 << 20, 4, 1 << 20);
    try (Store store = Store.open(directory, few)) {
      for (int i = 0; i < 10; i++) {
        committed(store.write(Write.put("g/r//" + i, 0, object(i))));
      }
      assertThat(store.changes().after(3, 0)).isInstanceOf(ChangeRing.Read.TooOld.class);
      assertThat(store.changes().after(6, 0))
          .isInstanceOfSatisfying(
              ChangeRing.Read.Changes.class,
              read ->
                  assertThat(read.changes())
                      .extracting(Change::revision)
                      .containsExactly(7L, 8L, 9L, 10L));
    }
  }

  private static Entry committed(Write.Outcome outcome) {
    assertThat(outcome).isInstanceOf(Write.Outcome.Committed.class);
    return ((Write.Outcome.Committed) outcome).entry();
  }

  private static long n(Store store, String key) {
    return store.snapshot().get(key).tree().path("n").asLong();
  }

  private static Encoding.Template object(long n) {
    ObjectNode object = Json.object().put("apiVersion", "g/v1").put("kind", "Thing");
    object.putObject("metadata").put("name", "a").put("uid", "u");
    return Encoding.encode(object.put("n", n).put("filler", "y".repeat(3_000)));
  }
}
