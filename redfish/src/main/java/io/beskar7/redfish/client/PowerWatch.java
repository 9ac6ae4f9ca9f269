package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.http.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the power state until it is what is wanted, over whatever passing trouble. */
final class PowerWatch {
  private static final long[] SECONDS = {1, 2, 3, 5};

  private final Handle handle;
  private final Power goal;
  private final @Nullable String asked;
  private final TaskMonitor task;

  /**
   * @param asked what was asked and how the BMC took it, as a clause; null when nothing was asked
   * @param monitor the task monitor of an answer 202, if it named one
   */
  PowerWatch(Handle handle, Power goal, @Nullable String asked, @Nullable String monitor) {
    this.handle = handle;
    this.goal = goal;
    this.asked = asked;
    this.task = new TaskMonitor(handle, monitor);
  }

  Power await(Duration patience) throws Trouble {
    Instant end = handle.pace().deadline(patience);
    for (int look = 0; ; look++) {
      Trouble trouble = null;
      String seen = null;
      try {
        SystemResource system = handle.glance();
        if (system.power() == goal) {
          return goal;
        }
        seen = system.powerText();
        task.look();
      } catch (Trouble passing) {
        if (!passing.problem().cause().passing()) {
          throw passing;
        }
        trouble = passing;
      }
      if (task.failure() != null || !handle.pace().now().isBefore(end)) {
        throw ended(seen, trouble);
      }
      handle.pause(Duration.ofSeconds(SECONDS[Math.min(look, SECONDS.length - 1)]));
    }
  }

  private Trouble ended(@Nullable String seen, @Nullable Trouble trouble) {
    String what = asked == null ? "" : "the BMC " + asked + ", then ";
    if (trouble != null) {
      return handle.trouble(
          asked == null ? trouble.problem().cause() : Cause.OUTCOME_UNKNOWN,
          what + "the power state could not be read: " + trouble.problem().message());
    }
    String failure = task.failure() == null ? "" : " (" + task.failure() + ")";
    return handle.trouble(
        Cause.POWER_NOT_CONFIRMED,
        what + "PowerState stayed " + seen + " instead of " + goal + failure);
  }
}
