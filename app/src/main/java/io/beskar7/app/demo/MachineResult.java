package io.beskar7.app.demo;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.text.Ages;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How it went with one machine.
 *
 * @param seconds real seconds from the machine's creation to what its last run passed
 */
record MachineResult(
    String name, String host, boolean provisioned, String step, Map<String, Double> seconds) {

  static MachineResult of(Beskar7Machine machine, @Nullable ProvisioningRun run, Instant created) {
    MachineProgress progress = MachineProgress.of(machine, run);
    return new MachineResult(
        progress.name(), progress.host(), progress.done(), progress.step(), seconds(run, created));
  }

  private static Map<String, Double> seconds(@Nullable ProvisioningRun run, Instant created) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    if (run == null || run.getStatus() == null || run.getStatus().milestones == null) {
      return seconds;
    }
    Milestones m = run.getStatus().milestones;
    put(seconds, "booted", m.scriptServedAt, created);
    put(seconds, "reported", m.reportedAt, created);
    put(seconds, "bootstrapped", m.bootstrapServedAt, created);
    put(seconds, "imageWritten", m.imageWrittenAt, created);
    put(seconds, "phonedHome", m.phonedHomeAt, created);
    Closed closed = run.getSpec().closed;
    put(seconds, "ended", closed == null ? null : closed.at, created);
    return seconds;
  }

  private static void put(
      Map<String, Double> seconds, String name, @Nullable String at, Instant created) {
    Instant instant = Ages.parse(at);
    if (instant != null) {
      seconds.put(name, Duration.between(created, instant).toMillis() / 1000.0);
    }
  }
}
