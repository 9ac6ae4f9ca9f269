package io.beskar7.simulator;

import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.persona.Delays;
import io.beskar7.simulator.persona.Persona;
import io.beskar7.simulator.persona.Personas;
import io.beskar7.simulator.persona.Range;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Fleets for tests: quick, on free ports, on addresses no other fleet uses. */
public final class TestFleets {
  static {
    // Generous, because a limit in wall time only tells a busy machine from an idle one.
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
  }

  private TestFleets() {}

  public static Persona quick() {
    return Personas.generic().with(Delays.all(Range.of(Duration.ofMillis(20))));
  }

  public static FleetConfig of(int hosts) {
    return FleetConfig.of(hosts).baseAddress("127.9.0.1").port(0).persona(quick());
  }
}
