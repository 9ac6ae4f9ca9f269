package io.beskar7.simulator.walk;

import io.beskar7.simulator.agent.ReportShape;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.persona.Delays;
import io.beskar7.simulator.time.SimTime;
import java.net.URI;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the machines of a fleet share.
 *
 * @param bootUrl where DHCP points firmware to; asked at each network boot, null for nowhere
 * @param provisionedCallback whether agents say that the image is on disk
 */
public record MachineSetup(
    SimTime time,
    EventLog log,
    Delays delays,
    FaultPlan faults,
    Supplier<@Nullable URI> bootUrl,
    ReportShape reportShape,
    boolean provisionedCallback) {}
