package io.beskar7.it.arch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.ProvisioningRunStatus;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayeringTest {
  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house = Rules.house();
  }

  @Test
  void theWholeHouseIsRead() {
    assertThat(house.size()).isGreaterThan(100);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(Rules.DOMAIN_IS_PURE, io.beskar7.domain.badfixture.KnowsTheApi.class),
        Arguments.of(Rules.mayKnowOnly("redfish"), io.beskar7.redfish.badfixture.KnowsDomain.class),
        Arguments.of(
            Rules.mayKnowOnly("apiserver"), io.beskar7.apiserver.badfixture.KnowsTheApi.class),
        Arguments.of(
            Rules.mayKnowOnly("simulator", "apiserver"),
            io.beskar7.simulator.badfixture.KnowsFabric8.class),
        Arguments.of(Rules.mayKnowOnly("api"), io.beskar7.api.badfixture.KnowsDomain.class),
        Arguments.of(
            Rules.mayKnowOnly("bmc", "redfish", "domain"),
            io.beskar7.bmc.badfixture.KnowsTheApi.class),
        Arguments.of(
            Rules.mayKnowOnly("operator", "api", "domain", "bmc"),
            io.beskar7.operator.badfixture.CallsBoot.class),
        Arguments.of(
            Rules.mayKnowOnly("boot", "api", "domain"),
            io.beskar7.boot.badfixture.CallsOperator.class),
        Arguments.of(
            Rules.mayKnowOnly("testkit", "api", "domain", "apiserver"),
            io.beskar7.testkit.badfixture.KnowsBoot.class),
        Arguments.of(
            Rules.SIMULATOR_HAS_NO_KUBERNETES_CLIENT,
            io.beskar7.simulator.badfixture.KnowsFabric8.class),
        Arguments.of(Rules.NOBODY_SLEEPS, io.beskar7.domain.badfixture.Sleeps.class),
        Arguments.of(
            Rules.TIME_COMES_THROUGH_THE_PORT, io.beskar7.domain.badfixture.ReadsTheClock.class),
        Arguments.of(
            Rules.RECONCILERS_HAVE_NO_MUTABLE_STATE,
            io.beskar7.operator.badfixture.ForgetfulReconciler.class),
        Arguments.of(
            Rules.SHARED_OBJECTS_ARE_PUT_AT_THE_VERSION_READ,
            io.beskar7.operator.badfixture.ForgetfulReconciler.class),
        Arguments.of(Rules.ONLY_THE_COMMAND_LINE_PRINTS, io.beskar7.domain.badfixture.Prints.class),
        Arguments.of(
            Rules.onlyWriters(PhysicalHostSpec.class, "consumerRef", "io.beskar7.operator.claim.."),
            io.beskar7.operator.badfixture.WritesWhatIsNotItsOwn.class),
        Arguments.of(
            Rules.onlyWriters(PhysicalHostSpec.class, "claimEpoch", "io.beskar7.operator.claim.."),
            io.beskar7.operator.badfixture.WritesWhatIsNotItsOwn.class),
        Arguments.of(
            Rules.onlyWriters(Beskar7MachineStatus.class, "claim", "io.beskar7.operator.claim.."),
            io.beskar7.operator.badfixture.WritesWhatIsNotItsOwn.class),
        Arguments.of(
            Rules.onlyWriters(PhysicalHostStatus.class, "state", "io.beskar7.operator.host.."),
            io.beskar7.operator.badfixture.WritesWhatIsNotItsOwn.class),
        Arguments.of(
            Rules.onlyWriters(ProvisioningRunStatus.class, "verdict", "io.beskar7.boot.."),
            io.beskar7.operator.badfixture.WritesWhatIsNotItsOwn.class),
        Arguments.of(
            Rules.onlyWriters(
                ProvisioningRunSpec.class,
                "closed",
                "io.beskar7.operator.machine..",
                "io.beskar7.operator.host.."),
            io.beskar7.operator.badfixture.WritesElsewhere.class));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theHouseKeepsTheRule(ArchRule rule, Class<?> fixture) {
    rule.check(house);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theRuleFindsItsBadFixture(ArchRule rule, Class<?> fixture) {
    assertThatThrownBy(() -> rule.check(Rules.fixture(fixture)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(fixture.getSimpleName());
  }

  @Test
  void packagesHaveNoCycles() {
    Rules.NO_CYCLES.check(house);
  }

  @Test
  void theCycleRuleFindsItsBadFixture() {
    assertThatThrownBy(
            () ->
                Rules.NO_CYCLES.check(
                    Rules.fixture(
                        io.beskar7.domain.badfixture.CycleOne.class,
                        io.beskar7.domain.badfixture.inner.CycleTwo.class)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("CycleOne");
  }
}
