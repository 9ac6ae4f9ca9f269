package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClaimLaneTest {
  private static final MachineKey BAD = new MachineKey("ns", "bad");
  private static final MachineKey GOOD = new MachineKey("ns", "good");

  private final VirtualTime time = new VirtualTime();
  private final LaneQueue queue = new LaneQueue();
  private final List<Job> done = new CopyOnWriteArrayList<>();

  private void work(Job job) {
    if (job.equals(new Job.Claim(BAD))) {
      throw new IllegalStateException("trouble");
    }
    done.add(job);
  }

  @Test
  void troubleWithOneMachineDelaysThatMachineAlone() {
    try (ClaimLane lane = new ClaimLane(queue, time, this::work)) {
      lane.start();
      queue.add(BAD, Instant.EPOCH);
      queue.add(GOOD, Instant.MAX);

      await().until(() -> done.contains(new Job.Claim(GOOD)));
      await().until(() -> time.waiting() == 1);
    }
  }

  @Test
  void anErrorOfTheVirtualMachineDoesNotEndTheLane() {
    Consumer<Job> outOfMemory =
        job -> {
          if (job.equals(new Job.Claim(BAD))) {
            throw new OutOfMemoryError("simulated");
          }
          done.add(job);
        };
    try (ClaimLane lane = new ClaimLane(queue, time, outOfMemory)) {
      lane.start();
      queue.add(BAD, Instant.EPOCH);
      queue.add(GOOD, Instant.MAX);

      await().until(() -> done.contains(new Job.Claim(GOOD)));
    }
  }

  @Test
  void troubleIsTriedAgainAfterOneTwoFourAndThenEightSeconds() {
    try (ClaimLane lane = new ClaimLane(queue, time, this::work)) {
      lane.start();
      queue.add(BAD, Instant.EPOCH);

      for (int seconds : new int[] {1, 2, 4, 8, 8}) {
        await().until(() -> time.waiting() == 1);
        Instant before = time.now();
        assertThat(time.runNext()).isTrue();
        assertThat(Duration.between(before, time.now())).isEqualTo(Duration.ofSeconds(seconds));
      }
    }
  }
}
