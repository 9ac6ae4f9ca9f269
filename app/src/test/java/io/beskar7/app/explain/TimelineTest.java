package io.beskar7.app.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
  @Test
  void eventsOfOneSecondStandInTheOrderInWhichTheyWereWritten() {
    List<Moment> moments =
        new Timeline()
            .events(
                List.of(
                    event("Claimed", "120", "2026-01-01T12:00:00Z"),
                    event("Available", "99", "2026-01-01T12:00:00Z"),
                    event("Enrolled", "130", "2026-01-01T11:59:59Z")))
            .moments();

    assertThat(moments)
        .extracting(Moment::what)
        .containsExactly("Enrolled: m", "Available: m", "Claimed: m");
  }

  @Test
  void versionsThatAreNoNumbersLeaveTheOrderAsItIs() {
    List<Moment> moments =
        new Timeline()
            .events(
                List.of(
                    event("First", "b", "2026-01-01T12:00:00Z"),
                    event("Second", "a", "2026-01-01T12:00:00Z")))
            .moments();

    assertThat(moments).extracting(Moment::what).containsExactly("First: m", "Second: m");
  }

  private static Event event(String reason, String version, String at) {
    return new EventBuilder()
        .withNewMetadata()
        .withResourceVersion(version)
        .endMetadata()
        .withReason(reason)
        .withMessage("m")
        .withLastTimestamp(at)
        .build();
  }
}
