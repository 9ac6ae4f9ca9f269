package io.beskar7.app.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ElectorTest {
  private static final ElectionTimings TIMINGS =
      new ElectionTimings(seconds(15), seconds(10), seconds(2), true);

  private final VirtualTime time = new VirtualTime();
  private final FakeLeaseStore store = new FakeLeaseStore();
  private final List<String> story = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final FakeLeaseStore.Link linkA = new FakeLeaseStore.Link(store);
  private final FakeLeaseStore.Link linkB = new FakeLeaseStore.Link(store);
  private final Elector a = elector("a", linkA, TIMINGS);
  private final Elector b = elector("b", linkB, TIMINGS);

  @Test
  void theFirstLeadsAndTheSecondWaits() {
    a.start();
    b.start();
    time.advance(seconds(60));

    assertThat(story).containsExactly("a started");
    assertThat(a.standing()).isEqualTo(new Standing(true, "a"));
    assertThat(b.standing()).isEqualTo(new Standing(false, "a"));
  }

  @Test
  void anOrderlyEndHandsOverWithinOneRetry() {
    a.start();
    b.start();
    time.advance(seconds(3));
    a.close();
    assertThat(b.standing().leader()).isFalse();
    time.advance(seconds(2));

    assertThat(story).containsExactly("a started", "a stopped", "b started");
    assertThat(store.read().lease().transitions()).isEqualTo(1);
  }

  @Test
  void withoutReleaseTheLeaseRunsOut() {
    Elector keeper =
        elector("k", store, new ElectionTimings(seconds(15), seconds(10), seconds(2), false));
    keeper.start();
    b.start();
    time.advance(seconds(3));
    keeper.close();
    time.advance(seconds(12));
    assertThat(b.standing().leader()).isFalse();
    time.advance(seconds(5));

    assertThat(story).containsExactly("k started", "k stopped", "b started");
  }

  @Test
  void aLeaderThatIsCutOffStopsBeforeAnotherStarts() {
    a.start();
    b.start();
    time.advance(seconds(4));
    linkA.cut = true;
    time.advance(seconds(9));
    assertThat(a.standing().leader()).isTrue();
    time.advance(seconds(1));
    assertThat(story).containsExactly("a started", "a stopped");
    assertThat(b.standing().leader()).isFalse();
    time.advance(seconds(7));

    assertThat(story).containsExactly("a started", "a stopped", "b started");
    assertThat(meters.counter("leader_election_error").count()).isPositive();
  }

  @Test
  void aLeaderThatWasCutOffBrieflyGoesOn() {
    a.start();
    b.start();
    time.advance(seconds(4));
    linkA.cut = true;
    time.advance(seconds(7));
    linkA.cut = false;
    time.advance(seconds(60));

    assertThat(story).containsExactly("a started");
  }

  @Test
  void lostAnswersDoNotMakeALeaderBelieveThatAnotherTookOver() {
    a.start();
    time.advance(seconds(4));
    linkA.losesAnswers = true;
    time.advance(seconds(5));
    linkA.losesAnswers = false;
    time.advance(seconds(60));

    assertThat(story).containsExactly("a started");
    assertThat(meters.counter("leader_election_slowpath").count()).isPositive();
  }

  @Test
  void aLeaseIsNotTakenBecauseItsHoldersClockIsBehind() {
    Instant wrong = time.now().minus(Duration.ofDays(1));
    store.store(new LeaseRecord("other", seconds(15), wrong, wrong, 0));
    b.start();
    for (int i = 0; i < 30; i++) {
      time.advance(seconds(2));
      wrong = wrong.plusSeconds(2);
      store.store(new LeaseRecord("other", seconds(15), wrong, wrong, 0));
    }

    assertThat(story).isEmpty();
    assertThat(b.standing()).isEqualTo(new Standing(false, "other"));
  }

  @Test
  void aLeaseOfADeadHolderIsTakenAlthoughItsClockIsAhead() {
    Instant wrong = time.now().plus(Duration.ofDays(1));
    store.store(new LeaseRecord("dead", seconds(15), wrong, wrong, 0));
    b.start();
    time.advance(seconds(14));
    assertThat(story).isEmpty();
    time.advance(seconds(3));

    assertThat(story).containsExactly("b started");
  }

  @Test
  void aDeletedLeaseIsAcquiredAnewAfterTheWorkHasStopped() {
    a.start();
    time.advance(seconds(3));
    store.delete();
    time.advance(seconds(10));

    assertThat(story).containsExactly("a started", "a stopped", "a started");
  }

  @Test
  void aLeaseTakenByAnotherStopsTheLeader() {
    a.start();
    time.advance(seconds(3));
    store.store(new LeaseRecord("thief", seconds(15), time.now(), time.now(), 1));
    time.advance(seconds(2));

    assertThat(story).containsExactly("a started", "a stopped");
    assertThat(a.standing()).isEqualTo(new Standing(false, "thief"));
  }

  @Test
  void workThatCannotStartGivesTheLeaseToAnother() {
    Elector broken =
        elector(
            "x",
            () -> {
              throw new IllegalStateException("no such kind");
            });
    broken.start();
    b.start();
    time.advance(seconds(2));

    assertThat(story).containsExactly("x stopped", "b started");
    assertThat(broken.standing()).isEqualTo(new Standing(false, "b"));
    assertThat(broken.work())
        .isEqualTo(new WorkStatus(Stage.STANDING_BY, "could not start: no such kind", false));
  }

  @Test
  void workThatCannotStartIsTriedAgainWhenNobodyElseTakesTheLease() {
    AtomicInteger failures = new AtomicInteger(3);
    Elector slow =
        elector(
            "x",
            () -> {
              if (failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the API is slow");
              }
              story.add("x started");
            });
    slow.start();
    time.advance(seconds(12));

    assertThat(story).containsExactly("x stopped", "x stopped", "x stopped", "x started");
    assertThat(slow.work()).isEqualTo(new WorkStatus(Stage.WORKING, null, false));
  }

  @Test
  void aFailedStartIsForgottenAfterAWhileBecauseAFollowerIsTriedAnew() {
    Elector broken =
        elector(
            "x",
            () -> {
              throw new IllegalStateException("no such kind");
            });
    broken.start();
    b.start();
    time.advance(WorkWatch.MEMORY.minus(seconds(1)));
    assertThat(broken.work().trouble()).isEqualTo("could not start: no such kind");
    time.advance(seconds(2));

    assertThat(broken.work()).isEqualTo(new WorkStatus(Stage.STANDING_BY, null, false));
  }

  @Test
  void anErrorInAStartDoesNotLeaveALeaderThatNeverWorks() {
    AtomicInteger errors = new AtomicInteger(1);
    Elector unlucky =
        elector(
            "x",
            () -> {
              if (errors.getAndDecrement() > 0) {
                throw new NoClassDefFoundError("io/example/Absent");
              }
              story.add("x started");
            });
    unlucky.start();
    time.advance(seconds(10));

    assertThat(story).containsExactly("x stopped", "x started");
    assertThat(unlucky.standing().leader()).isTrue();
  }

  @Test
  void anErrorInAStopDoesNotKeepItFromLeadingAgain() {
    Elector unlucky =
        elector(
            "x",
            linkA,
            new Leadership() {
              @Override
              public void started() {
                story.add("x started");
              }

              @Override
              public void stopped() {
                throw new StackOverflowError();
              }
            });
    unlucky.start();
    time.advance(seconds(1));
    store.delete();
    time.advance(seconds(5));

    assertThat(story).containsExactly("x started", "x started");
  }

  @Test
  void anErrorInATryDoesNotEndTheTries() {
    linkA.breaks = new OutOfMemoryError("for a moment");
    a.start();
    assertThatThrownBy(() -> time.advance(seconds(1))).isInstanceOf(OutOfMemoryError.class);
    linkA.breaks = null;
    time.advance(seconds(2));

    assertThat(story).containsExactly("a started");
  }

  @Test
  void workWhoseLeaseIsLostBeforeItsTurnComesIsNotBegun() {
    List<Runnable> waiting = new ArrayList<>();
    Leadership work = leadership("x", () -> story.add("x started"));
    Elector busy =
        new Elector(store, TIMINGS, "x", time, work, waiting::add, new ElectionCounters(meters));
    busy.start();
    time.advance(seconds(1));
    store.delete();
    time.advance(seconds(2));
    waiting.forEach(Runnable::run);

    assertThat(story).isEmpty();
    assertThat(busy.work().stage()).isEqualTo(Stage.STANDING_BY);
  }

  @Test
  void troubleWithTheStoreIsToldUntilItIsOver() {
    assertThat(a.trouble()).isEqualTo("the leader Lease has not been read yet");
    a.start();
    time.advance(seconds(1));
    assertThat(a.trouble()).isNull();
    linkA.cut = true;
    time.advance(seconds(2));
    assertThat(a.trouble()).isEqualTo("unable to renew lease: the network is cut");
    linkA.cut = false;
    time.advance(seconds(2));
    assertThat(a.trouble()).isNull();
  }

  @Test
  void timingsThatWouldAllowTwoLeadersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ElectionTimings(seconds(10), seconds(10), seconds(2), true));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ElectionTimings(seconds(15), seconds(2), seconds(2), true));
  }

  private Elector elector(String name, LeaseStore through, ElectionTimings timings) {
    return elector(through, timings, name, leadership(name, () -> story.add(name + " started")));
  }

  private Elector elector(String name, Runnable start) {
    return elector(store, TIMINGS, name, leadership(name, start));
  }

  private Elector elector(String name, LeaseStore through, Leadership leadership) {
    return elector(through, TIMINGS, name, leadership);
  }

  private Elector elector(
      LeaseStore through, ElectionTimings timings, String name, Leadership leadership) {
    return new Elector(
        through, timings, name, time, leadership, Runnable::run, new ElectionCounters(meters));
  }

  private Leadership leadership(String name, Runnable start) {
    return new Leadership() {
      @Override
      public void started() {
        start.run();
      }

      @Override
      public void stopped() {
        story.add(name + " stopped");
      }
    };
  }

  private static Duration seconds(long n) {
    return Duration.ofSeconds(n);
  }
}
