package io.beskar7.domain.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest
  @CsvSource({
    "64Gi, 68719476736",
    "1Ti, 1099511627776",
    "500G, 500000000000",
    "1.5Gi, 1610612736",
    "1024, 1024",
    "10 Mi, 10485760"
  })
  void readsQuantitiesAsKubernetesDoes(String text, long bytes) {
    assertThat(Quantities.bytes("f", text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lots", "64GB", "-1Gi", "0", "Gi", "1e3", "9999999Pi", "1 Gi Gi"})
  void refusesWhatIsNoSizeAndNamesTheField(String text) {
    assertThatThrownBy(() -> HardwareRequirements.builder().memory(text, null))
        .isInstanceOf(InvalidValue.class)
        .hasMessage(
            "hardwareRequirements.memory.capacity: \""
                + text
                + "\" cannot be used: must be a quantity such as 64Gi, 1Ti or 500G");
  }

  @ParameterizedTest
  @CsvSource({"10Gbps, 10000", "1000Mbps, 1000", "25G, 25000", "2.5 gbit/s, 2500", "100, 100"})
  void readsSpeeds(String text, int megabits) {
    assertThat(Quantities.megabits("f", text)).isEqualTo(megabits);
  }

  @Test
  void refusesWhatIsNoSpeed() {
    assertThatThrownBy(() -> HardwareRequirements.builder().network(2, "fast"))
        .hasMessage(
            "hardwareRequirements.network.speed: \"fast\" cannot be used:"
                + " must be a speed such as 10Gbps or 1000Mbps");
  }
}
