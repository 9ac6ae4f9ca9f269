package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.CONNECTION;
import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.LocalRef;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.beskar7.simulator.log.EventType;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets, addresses and certificates that bar the way to a BMC, and their correction. */
class WayToTheBmcIT {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    bench = Bench.start(directory, FleetConfig.of(12), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void aSecretThatIsMissingIsNamedAndFoundWhenItIsCreated() {
    SimulatedHost server = bench.take();
    bench.apply(server, host -> secret(host, "later"));
    String expected =
        "False/CredentialsNotFound/Secret \"later\" not found in namespace \"default\"";
    barred(server, expected);

    bench.login("later", secret -> {});
    recovers(server);
  }

  @Test
  void aHostWithoutASecretSaysWhichFieldToSet() {
    SimulatedHost server = bench.take();
    bench.apply(server, host -> secret(host, null));
    barred(
        server,
        "False/CredentialsNotFound/redfishConnection.credentialsSecretRef is not set: name a Secret"
            + " with keys username and password");

    bench.edit(server, host -> secret(host, "bmc"));
    recovers(server);
  }

  @Test
  void aKeyThatIsMissingIsNamedAndFoundWhenItIsThere() {
    SimulatedHost server = bench.take();
    bench.login("half", secret -> secret.getStringData().remove("password"));
    bench.apply(server, host -> secret(host, "half"));
    barred(
        server,
        "False/CredentialsInvalid/Secret \"half\" has no value for key password: it needs username"
            + " and password");

    bench.editSecret("half", secret -> secret.addToStringData("password", server.password()));
    recovers(server);
  }

  @Test
  void anAddressThatTheSecretDoesNotAllowIsSentNothing() {
    SimulatedHost server = bench.take();
    bench.login(
        "elsewhere",
        secret ->
            secret.getMetadata().getAnnotations().put(Annotations.BMC_ADDRESSES, "10.0.0.0/8"));
    bench.apply(server, host -> secret(host, "elsewhere"));
    barred(
        server,
        "False/AddressNotAllowed/Secret \"elsewhere\" does not allow address \"%s\": add it to its annotation beskar7.io/bmc-addresses"
            .formatted(server.bmcAddress()));
    assertThat(requestsTo(server)).isZero();

    bench.editSecret(
        "elsewhere",
        secret ->
            secret
                .editMetadata()
                .addToAnnotations(Annotations.BMC_ADDRESSES, "10.0.0.0/8, 127.0.0.0/8")
                .endMetadata());
    recovers(server);
  }

  @Test
  void aCertificateOfAnotherAuthorityIsNotTrustedAndNoPasswordIsSent() {
    SimulatedHost server = bench.take();
    bench.rack.apply(
        new SecretBuilder()
            .withNewMetadata()
            .withName("other-ca")
            .endMetadata()
            .addToStringData("ca.crt", Authorities.SOMEBODY_ELSES)
            .build());
    bench.apply(server, host -> trust(host, "other-ca"));
    barred(
        server,
        "False/TLSNotTrusted/%s: its certificate is not signed by a trusted CA (GET /redfish/v1/): give the CA of the BMC's certificate in caBundleSecretRef, or renew the certificate"
            .formatted(server.bmcAddress()));
    assertThat(requestsTo(server)).isZero();

    bench.edit(server, host -> trust(host, "bmc-ca"));
    recovers(server);
  }

  @Test
  void aBundleWithoutACertificateIsNamed() {
    SimulatedHost server = bench.take();
    bench.rack.apply(
        new SecretBuilder()
            .withNewMetadata()
            .withName("no-ca")
            .endMetadata()
            .addToStringData("ca.crt", "not a certificate")
            .build());
    bench.apply(server, host -> trust(host, "no-ca"));
    barred(
        server,
        "False/CABundleInvalid/Secret \"no-ca\" of caBundleSecretRef holds no PEM certificate in key"
            + " ca.crt");

    bench.editSecret(
        "no-ca", secret -> secret.addToStringData("ca.crt", bench.rack.fleet().caPem()));
    recovers(server);
  }

  @Test
  void verificationIsSkippedOnlyWhenAUserSaysSoAndNotBesideABundle() {
    SimulatedHost server = bench.take();
    bench.apply(server, host -> host.getSpec().redfishConnection.insecureSkipVerify = true);
    barred(
        server,
        "False/TLSOptionsConflict/redfishConnection sets both caBundleSecretRef and"
            + " insecureSkipVerify: remove one of the two");

    bench.edit(server, host -> host.getSpec().redfishConnection.caBundleSecretRef = null);
    bench.available(server);
    bench.says(
        server,
        CONNECTION,
        "True/Connected/the BMC's certificate is not verified: whoever answers at its address gets"
            + " the password");
  }

  @Test
  void anAddressWithAnImpossiblePortIsRefusedByName() {
    SimulatedHost server = bench.take();
    String right = server.bmcAddress().toString();
    bench.apply(
        server, host -> host.getSpec().redfishConnection.address = "https://127.7.0.1:70000");
    barred(
        server,
        "False/SpecInvalid/redfishConnection.address: \"https://127.7.0.1:70000\" has port 70000:"
            + " must be between 1 and 65535");

    bench.edit(server, host -> host.getSpec().redfishConnection.address = right);
    recovers(server);
  }

  @Test
  void aSystemIdThatTheBmcDoesNotHaveIsNamed() {
    SimulatedHost server = bench.take();
    bench.apply(server, host -> host.getSpec().redfishConnection.systemId = "Node9");
    barred(
        server,
        "False/SystemNotFound/%s: there is no system Node9, there is 1: correct redfishConnection.systemId: the BMC has no such system"
            .formatted(server.bmcAddress()));

    bench.edit(server, host -> host.getSpec().redfishConnection.systemId = server.systemId());
    recovers(server);
  }

  @Test
  void twoHostsForOneServerAreBothHeldBackUntilOneIsDeleted() {
    SimulatedHost server = bench.take();
    bench.apply(server, host -> {});
    bench.available(server);
    String second = "twin-of-" + server.name();
    bench.apply(server, host -> host.getMetadata().setName(second));

    String stands =
        "False/DuplicateHost/stands for the same server as default/%s: delete all but one";
    bench.says(server, READY, stands.formatted(second));
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(bench.rack.host(second), READY))
                    .isEqualTo(stands.formatted(server.name())));
    assertThat(Rack.stateOf(bench.rack.host(server.name()))).isEqualTo(HostState.ERROR);

    bench.rack.client().resource(bench.rack.host(second)).delete();
    bench.available(server);
  }

  private static void barred(SimulatedHost server, String expected) {
    bench.says(server, CONNECTION, expected);
    bench.says(server, READY, expected);
    assertThat(Rack.stateOf(bench.rack.host(server.name()))).isEqualTo(HostState.ERROR);
  }

  private static void recovers(SimulatedHost server) {
    bench.available(server);
    bench.says(server, CONNECTION, "True/Connected/");
  }

  private static long requestsTo(SimulatedHost server) {
    return bench.rack.fleet().judge().events().stream()
        .filter(event -> event.type().equals(EventType.REQUEST))
        .filter(event -> event.has("server", server.bmcLabel()))
        .count();
  }

  private static void secret(PhysicalHost host, String name) {
    host.getSpec().redfishConnection.credentialsSecretRef = name;
  }

  private static void trust(PhysicalHost host, String name) {
    host.getSpec().redfishConnection.caBundleSecretRef = new LocalRef(name);
  }
}
