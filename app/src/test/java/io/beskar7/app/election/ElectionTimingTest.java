package io.beskar7.app.election;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What takes long: answers of the store, starts and stops. */
class ElectionTimingTest {
  private static final ElectionTimings TIMINGS =
      new ElectionTimings(seconds(15), seconds(10), seconds(2), true);

  private final Simulation simulation = new Simulation();
  private final Instant begin = simulation.now();
  private final FakeLeaseStore store = new FakeLeaseStore();
  private final List<String> story = new ArrayList<>();
  private final Replica a = new Replica("a");
  private final Replica b = new Replica("b");

  @Test
  void aLeaseIsReliedOnFromWhenItWasAskedForNotFromWhenItWasGranted() {
    a.answersAfter = seconds(4);
    a.elector.start();
    simulation.advance(seconds(8));
    a.cut = true;
    simulation.advance(seconds(30));

    assertThat(story)
        .as("read from 0 to 4, taken from 4 to 8")
        .containsExactly("8 a starts", "14 a stops", "14 a stopped");
  }

  @Test
  void aRenewalCountsFromWhenItWasSentNotFromWhenItWasAnswered() {
    a.elector.start();
    simulation.advance(seconds(1));
    a.answersAfter = seconds(7);
    simulation.advance(seconds(9));
    a.cut = true;
    simulation.advance(seconds(30));

    assertThat(story).containsExactly("0 a starts", "12 a stops", "12 a stopped");
  }

  @Test
  void aLeaseThatIsGrantedTooLateToBeReliedOnIsAskedForAgain() {
    a.answersAfter = seconds(11);
    a.elector.start();
    simulation.advance(seconds(22));
    a.answersAfter = Duration.ZERO;
    simulation.advance(seconds(3));

    assertThat(story).containsExactly("24 a starts");
  }

  @Test
  void aLeaderWhoseStartFailsLetsOthersGoFirst() {
    a.startTakes = seconds(1);
    a.startFails = true;
    a.elector.start();
    simulation.advance(Duration.ofMillis(500));
    b.elector.start();
    simulation.advance(seconds(3));

    assertThat(story)
        .as("a asks at 2.0 again, b at 2.5")
        .containsExactly("0 a starts", "1 a stops", "1 a stopped", "2 b starts");
  }

  @Test
  void aLeaseThatIsLostWhileTheWorkIsBeingStartedInterruptsTheStart() {
    a.startTakes = seconds(100);
    a.elector.start();
    simulation.advance(seconds(1));
    assertThat(a.elector.work().stage()).isEqualTo(Stage.STARTING);
    a.cut = true;
    b.elector.start();
    simulation.advance(seconds(30));

    assertThat(story)
        .containsExactly(
            "0 a starts", "10 a is interrupted", "10 a stops", "10 a stopped", "17 b starts");
    assertThat(a.elector.work()).isEqualTo(new WorkStatus(Stage.STANDING_BY, null, false));
  }

  @Test
  void aLeaseThatIsLostDuringAStartIsAcquiredAgainOnceTheStartHasEnded() {
    a.startTakes = seconds(20);
    a.elector.start();
    simulation.advance(seconds(5));
    store.delete();
    simulation.advance(seconds(30));

    assertThat(story)
        .containsExactly(
            "0 a starts", "6 a is interrupted", "6 a stops", "6 a stopped", "8 a starts");
    assertThat(a.elector.work().stage()).isEqualTo(Stage.WORKING);
  }

  @Test
  void aStartThatHangsDoesNotKeepTheLeaseForEver() {
    a.startTakes = Duration.ofDays(1);
    a.elector.start();
    simulation.advance(seconds(1));
    b.elector.start();
    simulation.advance(WorkWatch.START.plus(seconds(3)));

    assertThat(story)
        .containsExactly(
            "0 a starts", "180 a is interrupted", "180 a stops", "180 a stopped", "181 b starts");
    assertThat(a.elector.work())
        .isEqualTo(new WorkStatus(Stage.STANDING_BY, "did not start within 3 minutes", false));
  }

  @Test
  void workThatDoesNotEndIsNotBegunAgainAndIsSaidToBeStuck() {
    a.stopTakes = seconds(100);
    a.elector.start();
    simulation.advance(seconds(1));
    store.delete();
    simulation.advance(seconds(3));
    b.elector.start();
    simulation.advance(seconds(3));
    assertThat(a.elector.work()).isEqualTo(new WorkStatus(Stage.ENDING, null, false));
    assertThat(a.elector.standing()).isEqualTo(new Standing(false, "b"));
    simulation.advance(WorkWatch.END);
    assertThat(a.elector.work())
        .isEqualTo(
            new WorkStatus(
                Stage.ENDING, "did not end within 60 seconds: restart this process", true));
    simulation.advance(seconds(60));

    assertThat(a.elector.work()).isEqualTo(new WorkStatus(Stage.STANDING_BY, null, false));
    assertThat(story).containsExactly("0 a starts", "2 a stops", "4 b starts", "102 a stopped");
  }

  @Test
  void aResignedLeaseIsFreeOnlyWhenTheWorkHasEnded() {
    a.stopTakes = seconds(6);
    a.elector.start();
    simulation.advance(seconds(1));
    b.elector.start();
    simulation.advance(seconds(1));
    a.elector.resign();
    simulation.advance(seconds(9));

    assertThat(story).containsExactly("0 a starts", "2 a stops", "8 a stopped", "9 b starts");
    assertThat(store.read().lease().transitions()).isEqualTo(1);
  }

  @Test
  void aLeaseThatIsWonWhileTheProcessEndsIsGivenBack() {
    a.answersAfter = seconds(1);
    a.elector.start();
    simulation.advance(Duration.ofMillis(1_500));
    a.elector.resign();
    simulation.advance(seconds(10));

    assertThat(story).isEmpty();
    assertThat(store.read().lease().holder()).isEmpty();
  }

  /** One process: its way to the store, and its work. */
  private final class Replica implements LeaseStore, Leadership {
    private final String name;
    private final SimulatedProcess process;
    final Elector elector;
    boolean cut;
    Duration answersAfter = Duration.ZERO;
    Duration startTakes = Duration.ZERO;
    boolean startFails;
    Duration stopTakes = Duration.ZERO;

    Replica(String name) {
      this.name = name;
      this.process = new SimulatedProcess(simulation, name, Duration.ZERO);
      this.elector =
          new Elector(
              this,
              TIMINGS,
              name,
              process,
              this,
              task -> process.schedule(Duration.ZERO, task),
              new ElectionCounters(new SimpleMeterRegistry()));
    }

    @Override
    public @Nullable Stored read() {
      return ask(store::read);
    }

    @Override
    public @Nullable Stored create(LeaseRecord lease) {
      return ask(() -> store.create(lease));
    }

    @Override
    public @Nullable Stored update(LeaseRecord lease, String version) {
      return ask(() -> store.update(lease, version));
    }

    private @Nullable Stored ask(Supplier<@Nullable Stored> question) {
      if (cut) {
        throw new IllegalStateException("the network is cut");
      }
      Stored answer = question.get();
      process.pauseDeaf(answersAfter);
      return answer;
    }

    @Override
    public void started() {
      tell("starts");
      try {
        process.pause(startTakes);
      } catch (InterruptedException told) {
        tell("is interrupted");
        throw new IllegalStateException(told);
      }
      if (startFails) {
        throw new IllegalStateException("start fails");
      }
    }

    @Override
    public void stopped() {
      tell("stops");
      process.pauseDeaf(stopTakes);
      tell("stopped");
    }

    private void tell(String what) {
      long at = Duration.between(begin, simulation.now()).toSeconds();
      story.add(at + " " + name + " " + what);
    }
  }

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }
}
