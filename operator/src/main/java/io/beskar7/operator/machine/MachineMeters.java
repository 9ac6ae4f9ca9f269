package io.beskar7.operator.machine;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** How long machines take, and how often hosts fail to become fit. */
final class MachineMeters {
  private static final Duration[] INSPECTION = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10)
  };
  private static final Duration[] PROVISIONING = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(10),
    Duration.ofMinutes(1),
    Duration.ofMinutes(2),
    Duration.ofMinutes(5),
    Duration.ofMinutes(10),
    Duration.ofMinutes(20),
    Duration.ofMinutes(30)
  };

  private final Timer inspection;
  private final Timer provisioning;
  private final Counter inspectionFailures;

  /** Registers the meters, or finds those of an earlier start. */
  MachineMeters(MeterRegistry registry) {
    inspection =
        Timer.builder("beskar7.inspection.duration")
            .description("From the opening of a run to the report of the host")
            .serviceLevelObjectives(INSPECTION)
            .register(registry);
    provisioning =
        Timer.builder("beskar7.provisioning.duration")
            .description("From the opening of a run to the running system")
            .serviceLevelObjectives(PROVISIONING)
            .register(registry);
    inspectionFailures =
        Counter.builder("beskar7.inspection.failures")
            .description("Runs that ended before their host was found fit")
            .register(registry);
  }

  void inspectionTook(Duration duration) {
    inspection.record(duration);
  }

  void provisioningTook(Duration duration) {
    provisioning.record(duration);
  }

  void inspectionFailed() {
    inspectionFailures.increment();
  }
}
