package io.beskar7.bmc;

import io.beskar7.domain.time.Time;
import io.beskar7.redfish.Pace;
import java.time.Duration;
import java.time.Instant;

/** For the request that ends a session: a short patience in real time, and no pauses. */
record ClosingPace(Time time, Instant limit) implements Pace {
  static ClosingPace within(Time time, Duration real) {
    return new ClosingPace(time, time.now().plus(real));
  }

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
    return false;
  }

  @Override
  public boolean pause(Duration nominal) {
    return false;
  }
}
