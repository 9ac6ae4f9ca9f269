package io.beskar7.operator.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.VerdictResult;
import io.beskar7.domain.machine.Cause;
import io.beskar7.domain.machine.Happening;
import io.beskar7.domain.machine.Outcome;
import io.beskar7.domain.machine.Phase;
import io.beskar7.domain.machine.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VocabularyTest {
  @ParameterizedTest
  @EnumSource
  void every_cause_is_a_reason_and_back(Cause cause) {
    assertThat(Reasons.cause(Reasons.of(cause).wire())).isEqualTo(cause);
  }

  @ParameterizedTest
  @EnumSource
  void every_happening_is_a_reason(Happening happening) {
    assertThat(Reasons.of(happening).wire()).isNotBlank();
  }

  @Test
  void phases_outcomes_and_verdicts_have_the_names_of_the_api() {
    assertThat(names(Phase.values())).isEqualTo(names(MachinePhase.values()));
    assertThat(names(Outcome.values())).isEqualTo(names(RunOutcome.values()));
    assertThat(names(Verdict.Result.values())).isEqualTo(names(VerdictResult.values()));
  }

  private static String names(Enum<?>[] values) {
    return Arrays.toString(Arrays.stream(values).map(Enum::name).toArray());
  }
}
