package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PickTest extends Fixture {
  private static final String FIT =
      "{\"PowerState\":\"Off\",\"Boot\":{\"BootSourceOverrideTarget\":\"None\"},"
          + "\"Actions\":{\"#ComputerSystem.Reset\":{\"target\":\"/x\"}}}";
  private static final String UNFIT = "{\"PowerState\":\"On\"}";

  @BeforeEach
  void two() {
    bmc.rule(
        "GET /redfish/v1/Systems",
        200,
        "{\"Members\":[{\"@odata.id\":\"/redfish/v1/Systems/b\"},"
            + "{\"@odata.id\":\"/redfish/v1/Systems/a/\"}]}");
  }

  private void systems(String a, String b) {
    bmc.rule("GET /redfish/v1/Systems/a/", 200, a);
    bmc.rule("GET /redfish/v1/Systems/b", 200, b);
  }

  @Test
  void theOnlyOneThatCanBeResetAndOverriddenIsMeant() {
    systems(FIT, UNFIT);
    assertThat(value(system().getPowerState())).isEqualTo(Power.OFF);
  }

  @Test
  void severalThatFitAreNotChosenFrom() {
    systems(FIT, FIT);
    assertProblem(
        system().getPowerState(),
        Cause.AMBIGUOUS_SYSTEM,
        "BMC: several systems are behind this BMC: a, b");
  }

  @Test
  void severalOfWhichNoneFitsAreNotChosenFromEither() {
    systems(UNFIT, UNFIT);
    assertThat(problem(system().getPowerState()).cause()).isEqualTo(Cause.AMBIGUOUS_SYSTEM);
  }

  @Test
  void aNamedOneIsMeantWhateverItCanDo() {
    systems(UNFIT, FIT);
    assertThat(value(client().system("a", pace).getPowerState())).isEqualTo(Power.ON);
    assertThat(value(client().system("/redfish/v1/Systems/a", pace).getPowerState()))
        .isEqualTo(Power.ON);
  }
}
