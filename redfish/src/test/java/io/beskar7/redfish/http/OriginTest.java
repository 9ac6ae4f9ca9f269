package io.beskar7.redfish.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Problem;
import java.net.URI;
import org.junit.jupiter.api.Test;

class OriginTest {
  private static Origin of(String address) throws Trouble {
    return Origin.of(URI.create(address));
  }

  private static Problem refused(String address) {
    return catchThrowableOfType(Trouble.class, () -> of(address)).problem();
  }

  @Test
  void aPathIsTakenByteForByte() throws Exception {
    assertThat(of("https://bmc:8443").uri("/redfish/v1/Systems/437%20X/?a=b%2F"))
        .isEqualTo(URI.create("https://bmc:8443/redfish/v1/Systems/437%20X/?a=b%2F"));
    assertThat(of("https://[2001:db8::1]").uri("/redfish/v1/"))
        .isEqualTo(URI.create("https://[2001:db8::1]/redfish/v1/"));
  }

  @Test
  void aPrefixIsPutBeforeOnce() throws Exception {
    Origin origin = of("https://bmc/rack/7/");
    assertThat(origin.uri("/redfish/v1/")).isEqualTo(URI.create("https://bmc/rack/7/redfish/v1/"));
    assertThat(origin.uri("/rack/7/redfish/v1/"))
        .isEqualTo(URI.create("https://bmc/rack/7/redfish/v1/"));
    assertThat(origin.uri("/rack/77/x")).isEqualTo(URI.create("https://bmc/rack/7/rack/77/x"));
  }

  @Test
  void noLinkLeavesTheOrigin() throws Exception {
    Origin origin = of("https://bmc");
    assertThat(origin.uri("//evil/redfish").getHost()).isEqualTo("bmc");
    assertThat(origin.uri("@evil/redfish")).isNull();
    assertThat(origin.uri("/no uri")).isNull();
    assertThat(Origin.path("https://evil/redfish/v1/x")).isEqualTo("/redfish/v1/x");
    assertThat(Origin.path("https://evil")).isNull();
    assertThat(Origin.path("relative")).isNull();
  }

  @Test
  void aRedirectStaysWithSchemeHostAndPort() throws Exception {
    Origin origin = of("https://bmc:8443");
    assertThat(origin.redirect("/redfish/v1/")).isEqualTo("/redfish/v1/");
    assertThat(origin.redirect("https://bmc:8443/redfish/v1/")).isEqualTo("/redfish/v1/");
    for (String other :
        new String[] {
          "//evil/x", "http://bmc:8443/x", "https://bmc/x", "https://bmc:84430/x", "https://evil/x"
        }) {
      assertThat(origin.redirect(other)).as(other).isNull();
    }
  }

  @Test
  void anAddressThatIsNoneIsRefusedWithWhatIsAllowed() {
    assertThat(refused("ftp://bmc"))
        .isEqualTo(
            new Problem(Cause.NOT_REDFISH, "the scheme of ftp://bmc must be https (or http)"));
    assertThat(refused("bmc").message())
        .isEqualTo("the BMC address must be https://HOST[:PORT][/PREFIX], without a user");
    assertThat(refused("https://u:p@bmc").message()).doesNotContain("u:p");
  }
}
