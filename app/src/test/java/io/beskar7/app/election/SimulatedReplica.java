package io.beskar7.app.election;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Random;
import java.util.Set;

/** An elector in a simulated process, and work that takes its time, fails or hangs. */
final class SimulatedReplica implements Leadership {
  /** How a start goes. */
  enum Start {
    WORKS,
    FAILS,
    /** Until it is interrupted. */
    HANGS,
    /** For minutes, whoever interrupts it. */
    HANGS_DEAF
  }

  final SimulatedProcess process;
  final FaultyLink link;
  final Elector elector;
  private final Set<String> working;
  private final Random random;
  Start start = Start.WORKS;
  Duration slowestStop = Duration.ofSeconds(2);

  /**
   * @param working names of all processes at work
   */
  SimulatedReplica(
      SimulatedProcess process,
      FaultyLink link,
      ElectionTimings timings,
      Set<String> working,
      Random random) {
    this.process = process;
    this.link = link;
    this.working = working;
    this.random = random;
    this.elector =
        new Elector(
            link,
            timings,
            process.name,
            process,
            this,
            task -> process.schedule(Duration.ZERO, task),
            new ElectionCounters(new SimpleMeterRegistry()));
  }

  @Override
  public void started() {
    working.add(process.name);
    try {
      switch (start) {
        case WORKS -> process.pause(upTo(Duration.ofSeconds(20)));
        case FAILS -> {
          process.pause(upTo(Duration.ofSeconds(5)));
          throw new IllegalStateException("start fails");
        }
        case HANGS -> process.pause(Duration.ofHours(1));
        case HANGS_DEAF -> process.pauseDeaf(upTo(Duration.ofMinutes(6)));
      }
    } catch (InterruptedException told) {
      process.pauseDeaf(upTo(Duration.ofSeconds(1)));
      throw new IllegalStateException("start was interrupted", told);
    }
  }

  @Override
  public void stopped() {
    process.pauseDeaf(upTo(slowestStop));
    working.remove(process.name);
  }

  void kill() {
    process.kill();
    working.remove(process.name);
  }

  private Duration upTo(Duration most) {
    return Duration.ofMillis(random.nextLong(most.toMillis()));
  }
}
