package io.beskar7.operator.host;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * {@code beskar7_physicalhost_state{namespace,state}}: how many hosts of the namespace are in the
 * state. One series for each state, not for each host, so that the number of series does not grow
 * with the fleet; counted when asked.
 */
final class HostStateGauge {
  static final String NAME = "beskar7_physicalhost_state";

  private final MeterRegistry meters;
  private final Supplier<List<PhysicalHost>> hosts;
  private final Set<String> namespaces = ConcurrentHashMap.newKeySet();

  /** Takes the place of whatever counted before: its caches ended with its time as leader. */
  HostStateGauge(MeterRegistry meters, Supplier<List<PhysicalHost>> hosts) {
    meters.find(NAME).meters().forEach(meters::remove);
    this.meters = meters;
    this.hosts = hosts;
  }

  /** Shows the namespace of the host from now on. */
  void show(PhysicalHost host) {
    String namespace = host.getMetadata().getNamespace();
    if (namespaces.add(namespace)) {
      for (HostState state : HostState.values()) {
        Gauge.builder(NAME, () -> count(namespace, state))
            .description("PhysicalHosts of the namespace in the state.")
            .tag("namespace", namespace)
            .tag("state", StateWords.word(state))
            .register(meters);
      }
    }
  }

  private long count(String namespace, HostState state) {
    return hosts.get().stream()
        .filter(host -> namespace.equals(host.getMetadata().getNamespace()))
        .filter(host -> host.getStatus() != null && host.getStatus().state == state)
        .count();
  }
}
