package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.reason.Reason;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.domain.host.Cause;
import io.beskar7.domain.host.HostState;
import io.beskar7.domain.host.InspectionPhase;
import io.beskar7.domain.host.RunFacts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The domain and the API say the same words. */
class VocabularyTest {
  @Test
  void states_and_phases_are_the_same() {
    assertThat(names(HostState.values())).isEqualTo(names(io.beskar7.api.host.HostState.values()));
    assertThat(names(InspectionPhase.values()))
        .isEqualTo(names(io.beskar7.api.host.InspectionPhase.values()));
  }

  @Test
  void every_cause_is_a_reason_and_every_verdict_a_progress() {
    assertThat(names(Reason.values())).containsAll(names(Cause.values()));
    assertThat(names(RunFacts.Progress.values())).containsAll(names(VerdictResult.values()));
  }

  private static List<String> names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toList();
  }
}
