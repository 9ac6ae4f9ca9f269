package io.beskar7.operator.bmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowedAddressesTest {
  private static final NameResolver NAMES =
      host ->
          switch (host) {
            case "bmc.example.com" -> List.of(InetAddress.ofLiteral("10.1.2.3"));
            case "split.example.com" ->
                List.of(InetAddress.ofLiteral("10.1.2.3"), InetAddress.ofLiteral("192.0.2.1"));
            default ->
                NetworkBlock.literal(host) == null
                    ? List.of()
                    : List.of(InetAddress.ofLiteral(host));
          };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bmc.example.com | bmc.example.com | true",
        "BMC.example.com | bmc.example.COM | true",
        "bmc.example.com:443 | bmc.example.com | true",
        "bmc.example.com:8443 | bmc.example.com | false",
        "*.example.com | bmc.example.com | true",
        "*.example.com | example.com | false",
        "*.example.com | bmcexample.com | false",
        "*.example.com | evil.com/.example.com | false",
        "10.0.0.5 | 10.0.0.5 | true",
        "10.0.0.5 | 10.0.0.6 | false",
        "10.0.0.5:8443 | 10.0.0.5:8443 | true",
        "10.0.0.5:8443 | 10.0.0.5 | false",
        "10.0.0.0/8 | 10.255.0.1:9443 | true",
        "10.0.0.0/8 | 11.0.0.1 | false",
        "10.0.0.0/9 | 10.128.0.1 | false",
        "10.0.0.0/8 | bmc.example.com | true",
        "10.0.0.0/8 | split.example.com | false",
        "10.0.0.0/8,192.0.2.0/24 | split.example.com | true",
        "10.0.0.0/8 | unknown.example.com | false",
        "10.0.0.0/33 | 10.0.0.1 | false",
        "0.0.0.0/0 | 203.0.113.9 | true",
        "0.0.0.0/0 | [fd00::1] | false",
        "fd00::/8 | [fd00::1] | true",
        "fd00::1 | [fd00::1]:8443 | true",
        "[fd00::1]:443 | [fd00::1] | true",
        "'a, b ,bmc.example.com' | bmc.example.com | true",
        "'' | bmc.example.com | false",
        "* | bmc.example.com | false"
      })
  void covers_what_it_names_and_nothing_else(String annotation, String address, boolean covered) {
    assertThat(AllowedAddresses.parse(annotation, NAMES).cover(BmcAddress.parse(address)))
        .isEqualTo(covered);
  }
}
