package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NeighboursIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  void where_each_namespace_has_its_own_watch_the_api_is_asked_for_rivals() {
    String other = api.namespace() + "-other";
    api.client()
        .resource(new NamespaceBuilder().withNewMetadata().withName(other).endMetadata().build())
        .create();
    PhysicalHost mine = host(api.namespace(), "02:00:00:00:00:01");
    host(other, "02-00-00-00-00-01");

    assertThat(neighbours(Set.of(api.namespace(), other)).rivalsOfOtherWatches(mine))
        .containsExactly(other + "/h");
    assertThat(neighbours(Set.of(api.namespace())).rivalsOfOtherWatches(mine)).isEmpty();
  }

  private static Neighbours neighbours(Set<String> namespaces) {
    return new Neighbours(api.client(), namespaces, new SimpleMeterRegistry());
  }

  private static PhysicalHost host(String namespace, String mac) {
    PhysicalHost host = new PhysicalHost();
    host.getMetadata().setNamespace(namespace);
    host.getMetadata().setName("h");
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().redfishConnection = new RedfishConnection();
    host.getSpec().redfishConnection.address = "bmc";
    host.getSpec().redfishConnection.credentialsSecretRef = "bmc";
    host.getSpec().bootMACAddresses = List.of(mac);
    return api.client().resource(host).create();
  }
}
