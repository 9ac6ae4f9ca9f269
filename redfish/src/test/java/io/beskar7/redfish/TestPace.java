package io.beskar7.redfish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Pauses take no real time: the clock jumps. Real time still passes for what is on the wire. */
final class TestPace implements Pace {
  final List<Duration> pauses = new ArrayList<>();
  private final Instant limit;
  private Duration jumped = Duration.ZERO;
  volatile boolean givenUp;

  TestPace(Duration limit) {
    this.limit = now().plus(limit);
  }

  TestPace() {
    this(Duration.ofMinutes(10));
  }

  @Override
  public Instant now() {
    return Instant.now().plus(jumped == null ? Duration.ZERO : jumped);
  }

  @Override
  public Duration scaled(Duration nominal) {
    return nominal;
  }

  @Override
  public Instant limit() {
    return limit;
  }

  @Override
  public boolean givenUp() {
    return givenUp;
  }

  @Override
  public boolean pause(Duration nominal) {
    if (givenUp) {
      return false;
    }
    pauses.add(nominal);
    jumped = jumped.plus(nominal);
    return true;
  }
}
