package io.beskar7.simulator.bmc;

import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.persona.Persona;
import io.beskar7.simulator.time.SimTime;
import java.util.random.RandomGenerator;

/**
 * What the parts of one BMC share.
 *
 * @param label {@code address:port}, the BMC's name in the log
 * @param random seeded; picks delays
 */
public record BmcSetup(
    String label, Persona persona, SimTime time, EventLog log, RandomGenerator random) {}
