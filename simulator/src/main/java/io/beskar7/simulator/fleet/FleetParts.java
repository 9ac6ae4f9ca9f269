package io.beskar7.simulator.fleet;

import io.beskar7.simulator.bmc.Bmc;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.image.ImageServer;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.time.ScaledTime;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a running fleet consists of. */
record FleetParts(
    List<SimulatedHost> hosts,
    List<Bmc> bmcs,
    ImageServer images,
    String caPem,
    AtomicReference<@Nullable URI> bootUrl,
    FaultPlan faults,
    EventLog log,
    ScaledTime time) {}
