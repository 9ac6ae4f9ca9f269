package io.beskar7.operator.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.domain.bmc.BmcFailure;
import io.beskar7.domain.bmc.PowerState;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.testing.FakeBmcs;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.Secret;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostEnrolIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  private HostWorld world;

  @BeforeEach
  void start() {
    world = new HostWorld(api.client(), api.namespace());
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void a_host_becomes_available_with_what_its_bmc_told_and_its_power_untouched() {
    world.secret("bmc", "secret", "h1");
    PhysicalHost host = world.available("h1");
    assertThat(host.getStatus().hardwareDetails.readFrom).isEqualTo("https://h1:443");
    assertThat(host.getStatus().hardwareDetails.systemURI).isEqualTo("/redfish/v1/Systems/1");
    assertThat(host.getStatus().observedPowerState).isEqualTo("On");
    assertThat(host.getStatus().ready).isTrue();
    assertThat(host.getStatus().operation).isNull();
    assertThat(host.getFinalizers()).contains(Finalizers.PHYSICAL_HOST);
    assertThat(HostWorld.reason(host, "Ready")).isEqualTo("Available");
    assertThat(HostWorld.reason(host, "RedfishConnectionReady")).isEqualTo("Connected");
    assertThat(HostWorld.reason(host, "Paused")).isEqualTo("NotPaused");
    assertThat(world.server("h1").log).containsExactly("enrol");
    assertThat(
            world
                .meters
                .get("beskar7_physicalhost_state")
                .tag("namespace", world.namespace)
                .tag("state", "Available")
                .gauge()
                .value())
        .isEqualTo(1);
  }

  @Test
  void hosts_of_other_namespaces_are_left_alone_and_are_nobodys_double() {
    world.watched = Set.of(world.namespace);
    world.restart();
    PhysicalHost stranger = new PhysicalHost();
    stranger.getMetadata().setNamespace("default");
    stranger.getMetadata().setName("h1");
    stranger.setSpec(new PhysicalHostSpec());
    stranger.getSpec().redfishConnection = new RedfishConnection();
    stranger.getSpec().redfishConnection.address = "h1";
    stranger.getSpec().redfishConnection.credentialsSecretRef = "bmc";
    PhysicalHost before = api.client().resource(stranger).create();
    world.secret("bmc", "secret", "h1");
    world.available("h1");
    assertThat(api.client().resource(before).get().getMetadata().getResourceVersion())
        .isEqualTo(before.getMetadata().getResourceVersion());
    assertThat(world.server("h1").log).containsExactly("enrol");
    api.client().resource(before).delete();
  }

  @Test
  void a_status_that_says_all_is_not_written_again() {
    world.secret("bmc", "secret", "h1");
    world.available("h1");
    world.change(Secret.class, "bmc", s -> s.getMetadata().setLabels(Map.of("a", "b")), false);
    world.calm("unchanged", () -> assertThat(world.server("h1").log.size()).isLessThanOrEqualTo(2));
    String after = world.state("h1", HostState.AVAILABLE).getMetadata().getResourceVersion();
    world.calm(
        "quiet",
        () -> assertThat(world.get("h1").getMetadata().getResourceVersion()).isEqualTo(after));
  }

  @Test
  void a_missing_secret_is_named_and_its_creation_heals() {
    world.host("h1");
    PhysicalHost host = world.reason("h1", "CredentialsNotFound");
    assertThat(host.getStatus().state).isEqualTo(HostState.ERROR);
    assertThat(HostWorld.message(host, "Ready"))
        .isEqualTo("Secret \"bmc\" not found in namespace \"" + world.namespace + "\"");
    world.secret("bmc", "secret", "h1");
    world.state("h1", HostState.AVAILABLE);
  }

  @Test
  void a_secret_without_a_password_is_named() {
    world.secret("bmc", "secret", "h1");
    world.change(Secret.class, "bmc", s -> s.getData().remove("password"), false);
    world.host("h1");
    assertThat(HostWorld.message(world.reason("h1", "CredentialsInvalid"), "Ready"))
        .isEqualTo("Secret \"bmc\" has no value for key password: it needs username and password");
  }

  @Test
  void an_address_that_the_secret_does_not_allow_gets_no_password() {
    world.secret("bmc", "secret", "h2, 192.168.0.0/16");
    world.host("h1");
    PhysicalHost host = world.reason("h1", "AddressNotAllowed");
    assertThat(HostWorld.message(host, "Ready"))
        .isEqualTo(
            "Secret \"bmc\" does not allow address \"h1\": add it to its annotation"
                + " beskar7.io/bmc-addresses");
    assertThat(world.server("h1").log).isEmpty();
  }

  @Test
  void a_wrong_password_is_tried_once_and_the_right_one_at_once() {
    world.secret("bmc", "wrong", "h1");
    world.host("h1");
    PhysicalHost host = world.reason("h1", "CredentialsRefused");
    assertThat(host.getStatus().state).isEqualTo(HostState.ERROR);
    assertThat(HostWorld.message(host, "Ready"))
        .isEqualTo("401 Unauthorized: correct username and password in the credentials Secret");
    world.calm("one login", () -> assertThat(world.server("h1").count("refused")).isEqualTo(1));
    world.change(Secret.class, "bmc", s -> s.getData().put("password", "c2VjcmV0"), false);
    world.state("h1", HostState.AVAILABLE);
    assertThat(world.events.lines).contains("h1 !CredentialsRefused", "h1 Available");
  }

  @Test
  void a_bmc_that_comes_back_heals_its_host() {
    world.secret("bmc", "secret", "h1");
    world.server("h1").trouble = BmcFailure.UNREACHABLE;
    world.host("h1");
    PhysicalHost host = world.reason("h1", "BMCUnreachable");
    assertThat(host.getStatus().errorMessage)
        .isEqualTo(
            "fake trouble: check that the BMC is up and its address and port can be reached"
                + " from here");
    world.server("h1").trouble = null;
    PhysicalHost healed = world.state("h1", HostState.AVAILABLE);
    assertThat(healed.getStatus().errorMessage).isNull();
  }

  @Test
  void two_objects_for_one_bmc_are_both_refused_and_deleting_one_frees_the_other() {
    world.secret("bmc", "secret", "h1,alias-h1");
    world.bmcs.at("https://alias-h1:443").facts = world.server("h1").facts;
    world.host("a", "h1", spec -> {});
    world.host("b", "alias-h1", spec -> {});
    PhysicalHost a = world.reason("a", "DuplicateHost");
    world.reason("b", "DuplicateHost");
    assertThat(a.getStatus().state).isEqualTo(HostState.ERROR);
    assertThat(HostWorld.message(a, "Ready"))
        .isEqualTo("stands for the same server as " + world.namespace + "/b: delete all but one");
    world.client.resource(world.get("b")).delete();
    world.state("a", HostState.AVAILABLE);
  }

  @Test
  void a_bmc_without_macs_needs_them_in_the_spec() {
    world.secret("bmc", "secret", "h1");
    world.server("h1").facts = FakeBmcs.Server.facts(URI.create("https://h1:443"), null, true);
    world.host("h1");
    world.reason("h1", "BootMACUnknown");
    world.edit("h1", h -> h.getSpec().bootMACAddresses = List.of("02:00:00:00:00:99"));
    world.state("h1", HostState.AVAILABLE);
  }

  @Test
  void a_system_without_network_boot_is_enrolled_but_never_claimable() {
    world.secret("bmc", "secret", "h1");
    world.server("h1").facts =
        FakeBmcs.Server.facts(URI.create("https://h1:443"), "02:00:00:00:00:01", false);
    world.host("h1");
    PhysicalHost host = world.reason("h1", "PXENotSupported");
    assertThat(host.getStatus().state).isEqualTo(HostState.ERROR);
    assertThat(host.getStatus().hardwareDetails.pxeSupported).isFalse();
  }

  @Test
  void another_address_enrols_again() {
    world.secret("bmc", "secret", "h1,h2");
    world.available("h1");
    world.edit("h1", h -> h.getSpec().redfishConnection.address = "h2");
    world.until(
        "h1",
        "read anew",
        h ->
            h.getStatus().state == HostState.AVAILABLE
                && h.getStatus().hardwareDetails.readFrom.equals("https://h2:443"));
  }

  @Test
  void maintenance_leaves_the_bmc_alone_and_ends_with_a_new_enrolment() {
    world.secret("bmc", "secret", "h1");
    world.available("h1");
    world.edit("h1", h -> h.getSpec().maintenance = true);
    world.state("h1", HostState.MAINTENANCE);
    world.edit("h1", h -> h.getSpec().maintenance = false);
    world.settled(
        "enrolled again", () -> assertThat(world.server("h1").count("enrol")).isEqualTo(2));
    world.state("h1", HostState.AVAILABLE);
  }

  @Test
  void a_paused_host_is_left_alone_and_says_so() {
    world.secret("bmc", "secret", "h1");
    world.available("h1");
    world.edit("h1", h -> h.getMetadata().getAnnotations().put("cluster.x-k8s.io/paused", ""));
    world.until("h1", "paused", h -> Conditions.holds(h.getStatus().conditions, "Paused"));
    world.edit("h1", h -> h.getSpec().maintenance = true);
    world.calm(
        "nothing happens",
        () -> assertThat(world.get("h1").getStatus().state).isEqualTo(HostState.AVAILABLE));
    world.edit("h1", h -> h.getMetadata().getAnnotations().clear());
    world.state("h1", HostState.MAINTENANCE);
  }

  @Test
  void deleting_a_free_host_lets_it_go_without_touching_its_power() {
    world.secret("bmc", "secret", "h1");
    world.client.resource(world.available("h1")).delete();
    world.settled("gone", () -> assertThat(world.get("h1")).isNull());
    assertThat(world.server("h1").power).isEqualTo(PowerState.ON);
    assertThat(world.server("h1").log).containsExactly("enrol");
  }
}
