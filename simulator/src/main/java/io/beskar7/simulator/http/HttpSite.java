package io.beskar7.simulator.http;

import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.time.SimTime;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a listener serves.
 *
 * @param name the scope by which fault rules address it
 * @param tls null for clear HTTP
 * @param handler answers
 * @param observer is told of every request
 * @param faults what goes wrong here
 * @param time paces delays
 */
public record HttpSite(
    String name,
    @Nullable SSLContext tls,
    HttpHandler handler,
    HttpObserver observer,
    FaultPlan faults,
    SimTime time) {}
