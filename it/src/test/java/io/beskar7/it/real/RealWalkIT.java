package io.beskar7.it.real;

import io.beskar7.it.harness.Rack;
import io.beskar7.it.walk.EndOfLifeIT;
import io.beskar7.it.walk.OneMachineIT;
import io.beskar7.it.walk.OwnedMachineWalkIT;
import io.beskar7.it.walk.StormIT;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.testkit.TestApi;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.ExtendWith;

/** What holds on the API that the product brings along holds on a real kube-apiserver too. */
@ExtendWith(RealApi.class)
class RealWalkIT {
  private final TestApi api;

  RealWalkIT(TestApi api) {
    this.api = api;
  }

  private Rack on(FleetConfig config) throws IOException {
    return Rack.start(new RealSite(api), config, Map.of());
  }

  @Nested
  class OneMachine extends OneMachineIT {
    @Override
    protected Rack rack(FleetConfig config) throws IOException {
      return on(config);
    }
  }

  @Nested
  class Storm extends StormIT {
    @Override
    protected Rack rack(FleetConfig config) throws IOException {
      return on(config);
    }

    @Override
    protected int hosts() {
      return 8;
    }

    @Override
    protected int machines() {
      return 12;
    }
  }

  @Nested
  class EndOfLife extends EndOfLifeIT {
    @Override
    protected Rack rack(FleetConfig config) throws IOException {
      return on(config);
    }
  }

  @Nested
  class OwnedMachine extends OwnedMachineWalkIT {
    @Override
    protected Rack rack(FleetConfig config) throws IOException {
      return on(config);
    }
  }
}
