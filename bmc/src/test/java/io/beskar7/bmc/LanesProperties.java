package io.beskar7.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.domain.bmc.BmcEvent;
import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Step;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold whatever is submitted, cancelled, released, broken or closed, and when. */
class LanesProperties {
  private static final int HOSTS = 6;
  private static final int BMCS = 3;
  private static final int ACTIONS = 120;

  static LongStream seeds() {
    Long one = Long.getLong("beskar7.seed");
    return one == null ? LongStream.range(1, 31) : LongStream.of(one);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyOperationEndsOnceAndNoBmcIsAskedTwoThingsAtATime(long seed) {
    walk(seed, false);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void closingInTheMidstLeavesNothingOpen(long seed) {
    walk(seed, true);
  }

  private static void walk(long seed, boolean closeInTheMidst) {
    Random random = new Random(seed);
    FakeBmcs bmcs = new FakeBmcs();
    bmcs.within = line -> LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(200_000));
    Bench bench =
        new Bench(
            bmcs,
            new VolatileLoginLedger(),
            name -> "192.0.2." + Math.floorMod(name.hashCode(), BMCS));
    AtomicBoolean over = new AtomicBoolean();
    Thread ticker = Thread.ofVirtual().start(() -> tick(bench, over));
    List<String> submitted = new ArrayList<>();
    Map<String, Integer> boots = new HashMap<>();
    int closeAt = closeInTheMidst ? random.nextInt(ACTIONS) : ACTIONS;
    for (int action = 0; action < closeAt; action++) {
      act(random, bench, action, submitted, boots);
    }
    if (!closeInTheMidst) {
      await().until(() -> finished(bench).size() >= submitted.size());
    }
    bench.close();
    over.set(true);
    ticker.interrupt();

    assertThat(bmcs.overlaps).as("two requests at one BMC, seed %d", seed).isEmpty();
    assertThat(finished(bench)).as("one last word each, seed %d", seed).hasSameSizeAs(submitted);
    assertThat(finished(bench)).containsExactlyInAnyOrderElementsOf(submitted);
    assertThat(bmcs.openSessions).as("sessions left open, seed %d", seed).hasValue(0);
    assertThat(bmcs.mostInFlight.get()).isLessThanOrEqualTo(bench.settings.maxConcurrentOps());
    Map<String, Long> ons =
        bmcs.effects.stream()
            .filter(line -> line.endsWith(" ON"))
            .collect(Collectors.groupingBy(line -> line.split(" ")[0], Collectors.counting()));
    ons.forEach(
        (host, count) ->
            assertThat(count)
                .as("one On for each boot of %s, seed %d", host, seed)
                .isLessThanOrEqualTo((long) boots.getOrDefault(host, 0)));
    onlyAfterOff(bmcs, seed);
  }

  /** No host is switched on whose network boot was not set. */
  private static void onlyAfterOff(FakeBmcs bmcs, long seed) {
    Map<String, Boolean> ready = new HashMap<>();
    for (String line : bmcs.log) {
      String host = line.split(" ")[0];
      if (line.endsWith("setBootSourcePXE")) {
        ready.put(host, true);
      } else if (line.endsWith("setPowerState ON")) {
        assertThat(ready.getOrDefault(host, false))
            .as("an On without its override at %s, seed %d", host, seed)
            .isTrue();
      }
    }
  }

  private static void act(
      Random random, Bench bench, int action, List<String> submitted, Map<String, Integer> boots) {
    String host = "h" + random.nextInt(HOSTS);
    switch (random.nextInt(10)) {
      case 0 -> bench.lanes.cancel(Bench.host(host));
      case 1 -> bench.bmcs.power.put(host, random.nextBoolean() ? Power.ON : Power.OFF);
      case 2 ->
          bench.bmcs.problems.put(
              host
                  + " "
                  + List.of("setPowerState ON", "getSystemInfo", "connect").get(random.nextInt(3)),
              new Problem(
                  List.of(Cause.SESSION_LOST, Cause.UNREACHABLE, Cause.OUTCOME_UNKNOWN)
                      .get(random.nextInt(3)),
                  "broken"));
      case 3 -> LockSupport.parkNanos(random.nextInt(2_000_000));
      default -> {
        Intent intent = intent(random);
        String id = "op-" + action;
        if (intent instanceof Intent.BootFromNetwork(Step from) && from != Step.ON) {
          boots.merge(host, 1, Integer::sum);
        }
        submitted.add(id);
        bench.submit(host, id, intent);
      }
    }
  }

  private static Intent intent(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Intent.Enrol();
      case 1 -> new Intent.ReadState();
      case 2 -> new Intent.PowerOff();
      case 3 -> new Intent.ClearOverride();
      default ->
          new Intent.BootFromNetwork(
              List.of(Step.OFF, Step.OVERRIDE, Step.ON).get(random.nextInt(3)));
    };
  }

  private static void tick(Bench bench, AtomicBoolean over) {
    while (!over.get()) {
      bench.time.advance(Duration.ofSeconds(1));
      LockSupport.parkNanos(200_000);
    }
  }

  private static List<String> finished(Bench bench) {
    return bench.events.stream()
        .filter(BmcEvent.Finished.class::isInstance)
        .map(BmcEvent::operationId)
        .toList();
  }
}
