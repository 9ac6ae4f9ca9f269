package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.domain.claim.ObjectName;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class LaneQueueTest {
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
  private static final MachineKey A = new MachineKey("ns", "a");
  private static final MachineKey B = new MachineKey("ns", "b");
  private static final MachineKey C = new MachineKey("ns", "c");

  private final LaneQueue queue = new LaneQueue();

  @Test
  void theOldestMachineGoesFirstAndEqualsByName() throws InterruptedException {
    queue.add(C, NOON.minusSeconds(1));
    queue.add(B, NOON);
    queue.add(A, NOON);

    assertThat(queue.take()).isEqualTo(new Job.Claim(C));
    assertThat(queue.take()).isEqualTo(new Job.Claim(A));
    assertThat(queue.take()).isEqualTo(new Job.Claim(B));
  }

  @Test
  void hostsToHealGoBeforeMachines() throws InterruptedException {
    Job.Heal heal = new Job.Heal(new ObjectName("ns", "h"));
    queue.add(A, NOON);
    queue.heal(heal);
    queue.heal(heal);

    assertThat(queue.take()).isEqualTo(heal);
    assertThat(queue.take()).isEqualTo(new Job.Claim(A));
  }

  @Test
  void newsOfAHostMakesEveryMachineOfItsNamespaceDue() throws InterruptedException {
    MachineKey elsewhere = new MachineKey("other", "a");
    queue.add(elsewhere, NOON.minusSeconds(9));
    queue.add(A, NOON);
    queue.take();
    queue.take();

    queue.wakeAll("ns");

    assertThat(queue.take()).isEqualTo(new Job.Claim(A));
    queue.wake(elsewhere);
    assertThat(queue.take()).isEqualTo(new Job.Claim(elsewhere));
  }

  @Test
  void whatHappensDuringATurnIsNotForgotten() throws InterruptedException {
    queue.add(A, NOON);
    queue.take();
    queue.add(A, NOON); // wanted again while its turn ends
    queue.removeUnlessDue(A);

    assertThat(queue.asks(A)).isTrue();
    queue.take();
    queue.removeUnlessDue(A);
    assertThat(queue.asks(A)).isFalse();
  }

  @Test
  void aMachineThatHasBeenForgottenGetsNoTurn() throws InterruptedException {
    queue.add(A, NOON);
    queue.add(B, NOON);
    queue.remove(A);
    queue.wake(A);

    assertThat(queue.take()).isEqualTo(new Job.Claim(B));
    assertThat(queue.length("ns")).isEqualTo(1);
  }

  @Test
  void anAgeThatBecomesKnownLaterCounts() throws InterruptedException {
    queue.add(A, Instant.MAX);
    queue.add(B, NOON);
    queue.wake(A, NOON.minusSeconds(1));

    assertThat(queue.take()).isEqualTo(new Job.Claim(A));
  }
}
