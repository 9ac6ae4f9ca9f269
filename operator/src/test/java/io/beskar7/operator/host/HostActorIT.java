package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.host.HostAction;
import io.beskar7.operator.bmc.Route;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.testing.FakeBmcGateway;
import io.beskar7.operator.testing.FakeBmcs;
import io.beskar7.testkit.EmbeddedApiServer;
import io.beskar7.testkit.VirtualTime;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostActorIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();
  private static final Route NO_WAY = new Route.Barred(Reason.SPEC_INVALID, "no way");

  private final VirtualTime time = new VirtualTime();

  @Test
  void a_finalizer_that_loses_a_race_against_what_wakes_nobody_has_to_be_tried_again() {
    PhysicalHost read = create();
    PhysicalHost labelled = api.client().resource(read).get();
    labelled.getMetadata().setLabels(Map.of("rack", "7"));
    PhysicalHost now = api.client().resource(labelled).update();

    assertThat(actor().act(read, NO_WAY, new HostAction.AddFinalizer())).isFalse();
    assertThat(actor().act(now, NO_WAY, new HostAction.AddFinalizer())).isTrue();
    assertThat(api.client().resource(read).get().getFinalizers())
        .containsExactly(Finalizers.PHYSICAL_HOST);
  }

  private HostActor actor() {
    BmcDesk desk = new BmcDesk(new FakeBmcGateway(new FakeBmcs()), time);
    Orphans orphans = new Orphans(api.client(), new StatusWriter(api.client()), time);
    return new HostActor(api.client(), desk, orphans, () -> Duration.ofMinutes(1));
  }

  private static PhysicalHost create() {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withNamespace(api.namespace()).withName("h1").build());
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().redfishConnection = new RedfishConnection();
    host.getSpec().redfishConnection.address = "h1";
    host.getSpec().redfishConnection.credentialsSecretRef = "bmc";
    return api.client().resource(host).create();
  }
}
