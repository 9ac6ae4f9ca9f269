package io.beskar7.simulator.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HardwareFactoryTest {

  @Test
  void theSameSeedGivesTheSameMachines() {
    assertThat(machines(3)).isEqualTo(machines(3));
    assertThat(machines(3)).doesNotContainAnyElementsOf(machines(4));
  }

  @Test
  void shapesVary() {
    List<Hardware> machines = machines(1);

    assertThat(machines.stream().map(Hardware::totalCores).distinct()).hasSizeGreaterThan(4);
    assertThat(machines.stream().map(m -> m.memory().totalGib()).distinct()).hasSizeGreaterThan(4);
    assertThat(machines.stream().map(m -> m.disks().size()).distinct()).hasSizeGreaterThan(1);
    assertThat(machines.stream().map(m -> m.nics().size()).distinct()).hasSizeGreaterThan(1);
  }

  @Test
  void everyMachineCanRunTheSmallestExample() {
    assertThat(machines(1))
        .allSatisfy(
            machine -> {
              assertThat(machine.totalCores()).isGreaterThanOrEqualTo(4);
              assertThat(machine.memory().totalGib()).isGreaterThanOrEqualTo(8);
              assertThat(machine.disks()).allMatch(disk -> disk.sizeGb() >= 50);
            });
  }

  @Test
  void macAddressesAreUnicastLocallyAdministeredAndUnique() {
    List<String> macs = machines(1).stream().flatMap(m -> m.macs().stream()).toList();

    assertThat(macs).doesNotHaveDuplicates().allMatch(mac -> mac.matches("02(:[0-9a-f]{2}){5}"));
  }

  private static List<Hardware> machines(long seed) {
    HardwareFactory factory = new HardwareFactory(seed);
    return IntStream.range(0, 300).mapToObj(factory::machine).toList();
  }
}
