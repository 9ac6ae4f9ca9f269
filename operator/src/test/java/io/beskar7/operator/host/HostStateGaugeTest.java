package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostStatus;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostStateGaugeTest {
  private final MeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void hosts_are_counted_by_namespace_and_state() {
    List<PhysicalHost> hosts = List.of(host(HostState.READY), host(HostState.AVAILABLE));
    new HostStateGauge(meters, () -> hosts).show(hosts.getFirst());
    assertThat(count("Ready")).isEqualTo(1);
    assertThat(count("Cleaning")).isZero();
  }

  @Test
  void who_leads_again_counts_anew() {
    PhysicalHost before = host(HostState.READY);
    new HostStateGauge(meters, () -> List.of(before)).show(before);
    PhysicalHost after = host(HostState.CLEANING);
    new HostStateGauge(meters, () -> List.of(after)).show(after);
    assertThat(count("Ready")).isZero();
    assertThat(count("Cleaning")).isEqualTo(1);
  }

  private double count(String state) {
    return meters
        .get(HostStateGauge.NAME)
        .tag("namespace", "ns")
        .tag("state", state)
        .gauge()
        .value();
  }

  private static PhysicalHost host(HostState state) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withNamespace("ns").withName("host").build());
    host.setStatus(new PhysicalHostStatus());
    host.getStatus().state = state;
    return host;
  }
}
