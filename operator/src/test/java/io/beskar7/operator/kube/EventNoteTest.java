package io.beskar7.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.reason.Reason;
import io.fabric8.kubernetes.api.model.Event;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventNoteTest {
  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  @Test
  void names_who_reports_and_what_it_is_about() {
    Event event = note("host-01", "claimed by m1", NOON).first();
    assertThat(event.getReportingComponent()).isEqualTo("beskar7");
    assertThat(event.getSource().getComponent()).isEqualTo("beskar7");
    assertThat(event.getInvolvedObject().getKind()).isEqualTo("PhysicalHost");
    assertThat(event.getInvolvedObject().getUid()).isEqualTo("uid-host-01");
    assertThat(event.getReason()).isEqualTo("HostClaimed");
    assertThat(event.getCount()).isEqualTo(1);
  }

  @Test
  void the_same_again_has_the_same_name_and_counts() {
    EventNote first = note("host-01", "claimed by m1", NOON);
    EventNote second = note("host-01", "claimed by m1", NOON.plusSeconds(60));
    assertThat(second.name()).isEqualTo(first.name());
    Event counted = second.again(first.first());
    assertThat(counted.getCount()).isEqualTo(2);
    assertThat(counted.getFirstTimestamp()).isEqualTo("2026-01-02T12:00:00Z");
    assertThat(counted.getLastTimestamp()).isEqualTo("2026-01-02T12:01:00Z");
  }

  @Test
  void another_message_has_another_name() {
    assertThat(note("host-01", "a", NOON).name()).isNotEqualTo(note("host-01", "b", NOON).name());
  }

  @Test
  void the_longest_object_name_still_gives_a_name_that_the_api_takes() {
    assertThat(note("h".repeat(253), "a", NOON).name()).hasSizeLessThanOrEqualTo(253);
  }

  private static EventNote note(String host, String message, Instant at) {
    PhysicalHost object = new PhysicalHost();
    object.getMetadata().setNamespace("default");
    object.getMetadata().setName(host);
    object.getMetadata().setUid("uid-" + host);
    return EventNote.of(object, "Normal", Reason.HOST_CLAIMED, message, at);
  }
}
