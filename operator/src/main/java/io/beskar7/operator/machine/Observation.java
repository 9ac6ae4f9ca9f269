package io.beskar7.operator.machine;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.domain.machine.Hold;
import io.beskar7.domain.machine.MachineFacts;
import io.beskar7.domain.machine.Parting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One look at a machine: the facts, and the objects behind them.
 *
 * @param host the host of its ticket, cached or (after a live look) fresh
 * @param runs of the machine, by name
 */
record Observation(
    Beskar7Machine machine,
    MachineFacts facts,
    @Nullable PhysicalHost host,
    Map<String, ProvisioningRun> runs,
    @Nullable String bootstrapSecret) {

  Observation with(Hold hold, @Nullable PhysicalHost fresh) {
    PhysicalHost known = fresh == null ? host : fresh;
    return new Observation(machine, facts.with(hold), known, runs, bootstrapSecret);
  }

  Observation with(Parting parting) {
    return new Observation(machine, facts.with(parting), host, runs, bootstrapSecret);
  }
}
