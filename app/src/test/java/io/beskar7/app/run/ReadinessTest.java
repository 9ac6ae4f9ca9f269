package io.beskar7.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.app.election.Stage;
import io.beskar7.app.election.WorkStatus;
import io.beskar7.app.http.Check;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private boolean boot = true;
  private @Nullable String api;
  private WorkStatus work = new WorkStatus(Stage.WORKING, null, false);
  private List<String> troubles = List.of();
  private final Readiness readiness =
      new Readiness(new Readiness.Sources(() -> boot, () -> api, () -> work, () -> troubles));

  @Test
  void aLeaderThatWorksIsReady() {
    readiness.open();

    assertThat(readiness.ready())
        .extracting(Check::name)
        .containsExactly("servers", "boot", "api", "reconcilers");
    assertThat(failures()).isEmpty();
  }

  @Test
  void aLeaderIsNotReadyBeforeItWorksNorWhenAWatchHasEnded() {
    readiness.open();
    work = new WorkStatus(Stage.STARTING, null, false);
    assertThat(failures()).containsExactly("reconcilers: starting: caches are being filled");

    work = new WorkStatus(Stage.WORKING, null, false);
    troubles = List.of("the watch of PhysicalHost has ended: cut", "the cache of x is not filled");
    assertThat(failures())
        .containsExactly(
            "reconcilers: the watch of PhysicalHost has ended: cut; the cache of x is not filled");
  }

  @Test
  void aFollowerIsReadyWhateverItsReconcilersWouldSay() {
    readiness.open();
    work = new WorkStatus(Stage.STANDING_BY, null, false);
    troubles = List.of("not running");

    assertThat(failures()).isEmpty();
    assertThat(readiness.ready()).contains(Check.ok("reconcilers", "standing by"));
  }

  @Test
  void aFollowerThatCannotTakeOverIsNotReady() {
    readiness.open();
    work = new WorkStatus(Stage.STANDING_BY, "could not start: no such kind", false);
    assertThat(failures()).containsExactly("reconcilers: could not start: no such kind");

    work = new WorkStatus(Stage.ENDING, null, false);
    assertThat(failures())
        .containsExactly("reconcilers: ending, as the leader Lease was lost or given back");

    work = new WorkStatus(Stage.STANDING_BY, null, false);
    api = "unable to acquire lease: no answer";
    assertThat(failures()).containsExactly("api: unable to acquire lease: no answer");
  }

  @Test
  void aProcessThatIsStartingOrEndingIsNotReady() {
    boot = false;
    assertThat(failures())
        .containsExactly(
            "servers: the process is starting",
            "boot: its view of hosts and runs is not complete yet");
    boot = true;
    readiness.open();
    readiness.close();
    assertThat(failures()).containsExactly("servers: the process is ending");
  }

  @Test
  void onlyWorkThatDoesNotEndNeedsANewProcess() {
    work = new WorkStatus(Stage.STANDING_BY, "could not start: no such kind", false);
    assertThat(readiness.alive()).isEmpty();
    work = new WorkStatus(Stage.ENDING, "did not end", true);
    assertThat(readiness.alive()).containsExactly(Check.of("reconcilers", "did not end"));
  }

  private List<String> failures() {
    return readiness.ready().stream()
        .filter(check -> check.failure() != null)
        .map(check -> check.name() + ": " + check.failure())
        .toList();
  }
}
