package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.domain.claim.Constraint;
import io.beskar7.operator.bmc.Routes;
import org.junit.jupiter.api.Test;

class HostViewsTest {
  private final PhysicalHost host = enrolledAt("https://10.0.0.1");

  @Test
  void aHostWhoseStatusSpeaksOfTheServerThatItsSpecNamesIsOffered() {
    assertThat(HostViews.of(host).offer().standstill()).isNull();
  }

  @Test
  void aHostThatWasGivenAnotherBmcIsNotOfferedBeforeThatOneIsEnrolled() {
    host.getSpec().redfishConnection.address = "https://10.0.0.2";

    assertThat(HostViews.of(host).offer().standstill()).isEqualTo(Constraint.ENROLLING);
  }

  @Test
  void aHostThatWasGivenAnotherSystemIsNotOfferedEither() {
    host.getSpec().redfishConnection.systemId = "2";

    assertThat(HostViews.of(host).offer().standstill()).isEqualTo(Constraint.ENROLLING);
  }

  private static PhysicalHost enrolledAt(String address) {
    PhysicalHost made = new PhysicalHost();
    made.getMetadata().setNamespace("ns");
    made.getMetadata().setName("h");
    made.setSpec(new PhysicalHostSpec());
    made.getSpec().redfishConnection = new RedfishConnection();
    made.getSpec().redfishConnection.address = address;
    made.setStatus(new PhysicalHostStatus());
    made.getStatus().state = HostState.AVAILABLE;
    made.getStatus().hardwareDetails = new HardwareDetails();
    made.getStatus().hardwareDetails.readFrom = Routes.place(made);
    return made;
  }
}
