package io.beskar7.bmc;

import io.beskar7.domain.time.Time;
import io.beskar7.redfish.Pace;
import java.time.Duration;
import java.time.Instant;

/** The product's time, with the patience of one operation. */
record OperationPace(Operation operation, Time time, Instant limit) implements Pace {
  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public Duration scaled(Duration nominal) {
    return time.scaled(nominal);
  }

  @Override
  public boolean givenUp() {
    return operation.cancelled();
  }

  @Override
  public boolean pause(Duration nominal) {
    try {
      return operation.pause(time, nominal);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
