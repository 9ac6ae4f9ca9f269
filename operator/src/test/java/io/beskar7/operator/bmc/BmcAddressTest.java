package io.beskar7.operator.bmc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BmcAddressTest {
  @ParameterizedTest
  @CsvSource({
    "bmc-01.example.com,https://bmc-01.example.com:443",
    "BMC-01,https://bmc-01:443",
    "https://10.0.0.5:8443,https://10.0.0.5:8443",
    "http://10.0.0.5,http://10.0.0.5:80",
    "[fd00::5],https://[fd00::5]:443",
    "https://[fd00::5]:8443/,https://[fd00::5]:8443",
    "https://gw/chassis/3/,https://gw:443/chassis/3",
    "https://10.0.0.5/redfish/v1,https://10.0.0.5:443",
    "https://10.0.0.5/redfish/v1/,https://10.0.0.5:443"
  })
  void has_one_spelling(String written, String meant) {
    assertThat(BmcAddress.parse(written).uri()).hasToString(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ftp://x", "fd00::5", "a b", "https://x?y=1", "a_b", "[fd00:5]", "h/a|b"})
  void refuses_what_is_no_address_and_says_what_is(String written) {
    assertThatThrownBy(() -> BmcAddress.parse(written))
        .hasMessageStartingWith(
            "redfishConnection.address: \"%s\" is no BMC address: write a host name or IP address"
                .formatted(written));
  }

  @Test
  void a_login_written_into_an_address_is_not_repeated() {
    assertThatThrownBy(() -> BmcAddress.parse("https://root:p/w@10.0.0.5"))
        .hasMessageStartingWith("redfishConnection.address: \"https://***@10.0.0.5\" is no BMC");
  }

  @Test
  void refuses_a_port_out_of_range() {
    assertThatThrownBy(() -> BmcAddress.parse("x:70000"))
        .hasMessage(
            "redfishConnection.address: \"x:70000\" has port 70000: must be between 1 and 65535");
  }
}
