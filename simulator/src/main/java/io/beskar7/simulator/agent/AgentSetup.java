package io.beskar7.simulator.agent;

import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.persona.Delays;

/**
 * What an agent and the system it installs need to know of their fleet.
 *
 * @param provisionedCallback whether the agent says that the image is on disk
 */
public record AgentSetup(
    Delays delays,
    FaultPlan faults,
    ReportShape reportShape,
    boolean provisionedCallback,
    AgentDisk disk) {}
