package io.beskar7.simulator.fault;

import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.time.SimTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** The faults of a fleet. Rules may be added and removed at any time; the first that hits acts. */
public final class FaultPlan {
  private final SimTime time;
  private final EventLog log;
  private final List<Armed> rules = new CopyOnWriteArrayList<>();
  private final ConcurrentMap<String, AgentFault> agents = new ConcurrentHashMap<>();

  public FaultPlan(SimTime time, EventLog log) {
    this.time = time;
    this.log = log;
  }

  /** Arms a rule. */
  public void add(FaultRule rule) {
    rules.add(new Armed(rule, time.now(), new AtomicLong()));
  }

  /** Disarms every rule of that name. */
  public void remove(String name) {
    rules.removeIf(armed -> armed.rule.name().equals(name));
  }

  /** Disarms all rules and heals all agents. */
  public void clear() {
    rules.clear();
    agents.clear();
  }

  /** The agent of this host's machine misbehaves from its next step on. */
  public void agent(String host, AgentFault fault) {
    agents.put(host, fault);
  }

  /** How the agent of this host's machine behaves. */
  public AgentFault agent(String host) {
    return agents.getOrDefault(host, AgentFault.NONE);
  }

  /** Asked once for each accepted connection. */
  public boolean refusesConnection(String server) {
    return rules.stream()
        .filter(armed -> armed.rule.action() instanceof FaultAction.Refuse)
        .anyMatch(armed -> strikes(armed, server, "CONNECT", "/"));
  }

  /** Asked once for each request that was read in full. */
  public Optional<FaultAction> onRequest(String server, String method, String path) {
    return rules.stream()
        .filter(armed -> !(armed.rule.action() instanceof FaultAction.Refuse))
        .filter(armed -> strikes(armed, server, method, path))
        .map(armed -> armed.rule.action())
        .findFirst();
  }

  private boolean strikes(Armed armed, String server, String method, String path) {
    FaultRule rule = armed.rule;
    Duration age = Duration.between(armed.since, time.now());
    Duration until = rule.until();
    if (!rule.covers(server, method, path)
        || age.compareTo(rule.from()) < 0
        || (until != null && age.compareTo(until) >= 0)) {
      return false;
    }
    long call = armed.seen.incrementAndGet();
    boolean hit = call >= rule.firstCall() && call - rule.firstCall() < rule.calls();
    if (hit) {
      String action = rule.action().getClass().getSimpleName();
      log.add(EventType.FAULT, "rule", rule.name(), "scope", server, "action", action);
    }
    return hit;
  }

  private record Armed(FaultRule rule, Instant since, AtomicLong seen) {}
}
