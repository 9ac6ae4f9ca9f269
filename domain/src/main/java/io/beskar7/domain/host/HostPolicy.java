package io.beskar7.domain.host;

import io.beskar7.domain.bmc.BmcFailure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Numbers that decisions use. Durations are in real time: scale them first.
 *
 * @param pollEvery how often the BMC of a quiet host is asked for its state
 * @param operationDeadline how long an operation may take before it is withdrawn
 * @param firstRetry wait after the first failure; doubles with each further one
 * @param lastRetry the longest wait
 * @param quarantineAfter failed runs in a row that take a host out of service; 1 or more
 * @param runsKept closed runs of a host that are kept; 1 or more
 */
public record HostPolicy(
    Duration pollEvery,
    Duration operationDeadline,
    Duration firstRetry,
    Duration lastRetry,
    int quarantineAfter,
    int runsKept) {

  /** The defaults, in product time. */
  public static final HostPolicy DEFAULT =
      new HostPolicy(
          Duration.ofMinutes(5),
          Duration.ofMinutes(5),
          Duration.ofSeconds(1),
          Duration.ofMinutes(5),
          3,
          10);

  public HostPolicy {
    if (quarantineAfter < 1 || runsKept < 1) {
      throw new IllegalArgumentException(
          "quarantineAfter is %d and runsKept is %d: both must be 1 or more"
              .formatted(quarantineAfter, runsKept));
    }
  }

  /** How long to wait after a failure; null when only a change of spec or Secret may help. */
  @Nullable Duration waitAfter(BmcFailure cause, int failures) {
    return switch (cause) {
      case CREDENTIALS_REFUSED, LOGIN_GUARD, PASSWORD_CHANGE_REQUIRED -> null;
      default -> cause.retryable() ? doubling(failures) : lastRetry;
    };
  }

  private Duration doubling(int failures) {
    int doublings = Math.clamp(failures - 1, 0, 30);
    Duration wait = firstRetry.multipliedBy(1L << doublings);
    return wait.compareTo(lastRetry) < 0 ? wait : lastRetry;
  }
}
