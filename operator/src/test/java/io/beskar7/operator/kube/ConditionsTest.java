package io.beskar7.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.reason.Reason;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionsTest {
  private static final Instant EARLIER = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final Instant LATER = Instant.parse("2026-01-02T04:00:00.999Z");

  private final List<Condition> present =
      new Conditions(null, 1L, EARLIER)
          .isTrue(Conditions.PAUSED, Reason.PAUSED, "")
          .isFalse("RedfishConnectionReady", Reason.BMC_UNREACHABLE, "no route")
          .isFalse(Conditions.READY, Reason.ENROLLING, "")
          .list();

  @Test
  void ready_comes_first_and_paused_last() {
    assertThat(present)
        .extracting(Condition::getType)
        .containsExactly("Ready", "RedfishConnectionReady", "Paused");
  }

  @Test
  void a_new_condition_is_stamped_to_the_second_with_the_generation() {
    Condition ready = present.getFirst();
    assertThat(ready.getLastTransitionTime()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(ready.getObservedGeneration()).isEqualTo(1L);
    assertThat(ready.getReason()).isEqualTo("Enrolling");
  }

  @Test
  void another_reason_with_the_same_status_keeps_the_transition_time() {
    Condition ready =
        new Conditions(present, 2L, LATER)
            .isFalse(Conditions.READY, Reason.CLEANING, "off first")
            .list()
            .getFirst();
    assertThat(ready.getLastTransitionTime()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(ready.getReason()).isEqualTo("Cleaning");
    assertThat(ready.getObservedGeneration()).isEqualTo(2L);
  }

  @Test
  void another_status_moves_the_transition_time() {
    Condition ready =
        new Conditions(present, 1L, LATER)
            .isTrue(Conditions.READY, Reason.AVAILABLE, "")
            .list()
            .getFirst();
    assertThat(ready.getLastTransitionTime()).isEqualTo("2026-01-02T04:00:00Z");
  }

  @Test
  void what_was_there_is_neither_lost_nor_changed() {
    List<Condition> next =
        new Conditions(present, 9L, LATER).isTrue("New", Reason.CONNECTED, "").list();
    assertThat(next).containsAll(present).hasSize(4);
    assertThat(Conditions.find(present, "Paused").getObservedGeneration()).isEqualTo(1L);
  }

  @Test
  void holds_only_what_is_true() {
    assertThat(Conditions.holds(present, "Paused")).isTrue();
    assertThat(Conditions.holds(present, "Ready")).isFalse();
    assertThat(Conditions.holds(present, "Unheard")).isFalse();
    assertThat(Conditions.holds(null, "Ready")).isFalse();
  }
}
