package io.beskar7.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.System.Logger.Level;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks the product's own steps through random schedules of a small world: crashes around every
 * write, lost and late requests and answers, caches that return any past value, objects deleted,
 * removed by force and made again, cordons, pauses, restores. A failing seed prints its schedule
 * and replays exactly.
 */
class ClaimExplorationTest {
  private static final System.Logger LOG = System.getLogger("claim-exploration");
  private static final long SCHEDULES = Long.getLong("beskar7.claim.schedules", 20_000);
  private static final long FIRST = Long.getLong("beskar7.claim.seed", 1);
  private static final int ENOUGH_FOR_A_MUTANT = 20_000;

  @Test
  void noScheduleBreaksAnInvariantOrGetsStuck() {
    long steps =
        LongStream.range(FIRST, FIRST + SCHEDULES)
            .map(seed -> Schedule.run(seed, Mutant.NONE))
            .sum();

    LOG.log(Level.INFO, "schedules: {0}, steps: {1}, violations: 0", SCHEDULES, steps);
    assertThat(steps).isGreaterThan(SCHEDULES * 100);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void everyMistakeInTheProtocolIsFound(Mutant mutant) {
    long found =
        LongStream.range(FIRST, FIRST + ENOUGH_FOR_A_MUTANT)
            .filter(seed -> violates(seed, mutant))
            .findFirst()
            .orElse(-1);

    LOG.log(Level.INFO, "mutant {0} found by seed {1}", mutant, found);
    assertThat(found).as("first seed that shows %s", mutant).isPositive();
  }

  private static boolean violates(long seed, Mutant mutant) {
    try {
      Schedule.run(seed, mutant);
      return false;
    } catch (Violation shown) {
      return true;
    }
  }
}
