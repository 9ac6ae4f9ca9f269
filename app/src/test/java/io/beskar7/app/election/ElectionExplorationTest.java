package io.beskar7.app.election;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Three replicas and everything that may happen to them, at moments chosen by a seed. */
class ElectionExplorationTest {
  private static final ElectionTimings TIMINGS =
      new ElectionTimings(seconds(15), seconds(10), seconds(2), true);
  private static final int REPLICAS = 3;
  private static final int STEPS = 60;

  private final Simulation simulation = new Simulation();
  private final SimulatedProcess server = process("server");
  private final FakeLeaseStore store = new FakeLeaseStore();
  private final Set<String> working = new HashSet<>();
  private final List<SimulatedReplica> replicas = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private Random random = new Random(0);
  private int born;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, Long.getLong("beskar7.seeds", 60));
  }

  /**
   * Suspensions and the end of work together stay below the 5 seconds between renew deadline and
   * lease duration, which is what the timings promise safety for.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void noTwoWorkAtOnceWhateverHappensToRequestsAndStarts(long seed) {
    begin(seed);
    for (int step = 0; step < STEPS; step++) {
      story.add(hurt(anyone(), 9));
      liveThrough(seconds(1 + random.nextInt(20)));
    }
    settles(seconds(240));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void someoneWorksAgainAfterTheWorstIsOver(long seed) {
    begin(seed);
    for (int step = 0; step < STEPS; step++) {
      story.add(hurt(anyone(), 12));
      simulation.advance(seconds(1 + random.nextInt(20)));
    }
    settles(seconds(600));
  }

  private void begin(long seed) {
    random = new Random(seed);
    for (int i = 0; i < REPLICAS; i++) {
      replicas.add(replica());
    }
  }

  /** As often as not whoever works: there the most can go wrong. */
  private SimulatedReplica anyone() {
    List<SimulatedReplica> busy =
        replicas.stream().filter(it -> working.contains(it.process.name)).toList();
    boolean any = busy.isEmpty() || random.nextBoolean();
    return any ? replicas.get(random.nextInt(REPLICAS)) : busy.getFirst();
  }

  private String hurt(SimulatedReplica it, int kinds) {
    int kind = random.nextInt(kinds);
    switch (kind) {
      case 0 -> it.link.cut = !it.link.cut;
      case 1 -> it.link.slowest = seconds(1 + random.nextInt(4));
      case 2 -> it.link.lost = random.nextDouble();
      case 3 -> it.process.suspend(Duration.ofMillis(random.nextInt(1_500)));
      case 4 -> {
        it.kill();
        replace(it);
      }
      case 5 -> {
        simulation.schedule(it.process, Duration.ZERO, it.elector::resign);
        replace(it);
      }
      case 6 -> it.start = SimulatedReplica.Start.values()[random.nextInt(3)];
      case 7 -> heal(it);
      case 8 -> {
        it.link.slowest = seconds(4);
        it.link.doomed = true;
        it.process.schedule(seconds(5 + random.nextInt(10)), it.link::meetItsDoom);
      }
      case 9 -> it.process.suspend(seconds(random.nextInt(90)));
      case 10 -> it.start = SimulatedReplica.Start.HANGS_DEAF;
      case 11 -> it.slowestStop = seconds(1 + random.nextInt(100));
      default -> throw new IllegalStateException("unknown");
    }
    return simulation.now() + " " + it.process.name + " " + kind + " working: " + working;
  }

  private static void heal(SimulatedReplica it) {
    it.link.cut = false;
    it.link.doomed = false;
    it.link.slowest = Duration.ofMillis(50);
    it.link.lost = 0;
    it.start = SimulatedReplica.Start.WORKS;
    it.slowestStop = seconds(2);
  }

  private void replace(SimulatedReplica gone) {
    replicas.set(replicas.indexOf(gone), replica());
  }

  private SimulatedReplica replica() {
    SimulatedProcess process = process("p" + ++born);
    FaultyLink link = new FaultyLink(store, process, server, random);
    SimulatedReplica made = new SimulatedReplica(process, link, TIMINGS, working, random);
    process.schedule(Duration.ofMillis(random.nextInt(5_000)), made.elector::start);
    return made;
  }

  private SimulatedProcess process(String name) {
    return new SimulatedProcess(simulation, name, seconds(name.hashCode() % 1_000));
  }

  private void liveThrough(Duration time) {
    for (Duration lived = Duration.ZERO;
        lived.compareTo(time) < 0;
        lived = lived.plus(Duration.ofMillis(50))) {
      simulation.advance(Duration.ofMillis(50));
      assertThat(working).as(() -> String.join("\n", story)).hasSizeLessThanOrEqualTo(1);
    }
  }

  private void settles(Duration bound) {
    replicas.forEach(ElectionExplorationTest::heal);
    simulation.advance(bound);
    Set<String> leader = Set.copyOf(working);
    assertThat(leader).as(() -> String.join("\n", story)).hasSize(1);
    liveThrough(seconds(60));
    assertThat(working).isEqualTo(leader);
    assertThat(replicas)
        .allSatisfy(
            replica -> {
              boolean leads = leader.contains(replica.process.name);
              assertThat(replica.elector.standing())
                  .isEqualTo(new Standing(leads, leader.iterator().next()));
              assertThat(replica.elector.work().stage())
                  .isEqualTo(leads ? Stage.WORKING : Stage.STANDING_BY);
              assertThat(replica.elector.trouble()).isNull();
            });
  }

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }
}
