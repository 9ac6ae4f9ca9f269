package io.beskar7.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VirtualTimeTest {
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final List<String> ran = new ArrayList<>();

  @Test
  void tasksRunAtTheirInstantsInOrderAndThoseTheyScheduleToo() {
    time.schedule(Duration.ofSeconds(2), () -> ran.add("b@" + time.now().getEpochSecond()));
    time.schedule(
        Duration.ofSeconds(1),
        () ->
            time.schedule(
                Duration.ofSeconds(1), () -> ran.add("c@" + time.now().getEpochSecond())));
    time.schedule(Duration.ofSeconds(9), () -> ran.add("late"));

    time.advance(Duration.ofSeconds(5));

    assertThat(ran).containsExactly("b@2", "c@2");
    assertThat(time.now()).isEqualTo(Instant.ofEpochSecond(5));
    assertThat(time.waiting()).isEqualTo(1);
  }

  @Test
  void aCancelledTaskDoesNotRun() {
    time.schedule(Duration.ofSeconds(1), () -> ran.add("x")).cancel();
    time.advance(Duration.ofSeconds(2));
    assertThat(ran).isEmpty();
  }

  @Test
  void aPauseEndsWhenTimeHasPassed() throws InterruptedException {
    Thread thread =
        Thread.startVirtualThread(
            () -> {
              try {
                time.pause(Duration.ofMinutes(1));
                ran.add("awake");
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    await().until(() -> time.waiting() == 1);
    time.advance(Duration.ofMinutes(1));
    thread.join();
    assertThat(ran).containsExactly("awake");
  }
}
