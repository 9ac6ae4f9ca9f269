package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.ObjectName;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(30)
class MachineNewsIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  void another_bearer_of_the_name_has_the_host_of_the_first_looked_at() throws Exception {
    api.client().resource(heldBy("m", "first")).create();
    LaneQueue queue = new LaneQueue();
    try (Caches caches = new Caches(api.client(), Set.of(api.namespace()))) {
      caches.start(ignoring(), ignoring());

      new MachineNews(caches, queue).onUpdate(machine("m", "first"), machine("m", "second"));

      assertThat(queue.take()).isEqualTo(new Job.Heal(new ObjectName(api.namespace(), "h")));
    }
  }

  private static PhysicalHost heldBy(String machine, String uid) {
    PhysicalHost host = new PhysicalHost();
    host.getMetadata().setNamespace(api.namespace());
    host.getMetadata().setName("h");
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().redfishConnection = new RedfishConnection();
    host.getSpec().redfishConnection.address = "bmc";
    host.getSpec().redfishConnection.credentialsSecretRef = "bmc";
    host.getSpec().consumerRef = new ConsumerRef();
    host.getSpec().consumerRef.kind = "Beskar7Machine";
    host.getSpec().consumerRef.name = machine;
    host.getSpec().consumerRef.namespace = api.namespace();
    host.getSpec().consumerRef.uid = uid;
    host.getSpec().claimEpoch = 1L;
    return host;
  }

  private static Beskar7Machine machine(String name, String uid) {
    Beskar7Machine machine = new Beskar7Machine();
    machine.getMetadata().setNamespace(api.namespace());
    machine.getMetadata().setName(name);
    machine.getMetadata().setUid(uid);
    return machine;
  }

  private static <T extends HasMetadata> ResourceEventHandler<T> ignoring() {
    return new ResourceEventHandler<>() {
      @Override
      public void onAdd(T object) {}

      @Override
      public void onUpdate(T before, T object) {}

      @Override
      public void onDelete(T object, boolean finalStateUnknown) {}
    };
  }
}
