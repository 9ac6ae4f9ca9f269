package io.beskar7.it.trees;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.it.harness.Parts;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.log.EventType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** BMCs as they were captured, enrolled through the whole product. */
class CapturedTreesIT {
  private static final Map<String, String> PATIENT_WITH_BMCS =
      Map.of("bmc.connectionTimeout", "120s", "bmc.requestTimeout", "300s");

  private static Path trees;
  @TempDir Path directory;

  @BeforeAll
  static void needTrees() {
    trees = Parts.needFolder("BESKAR7_REDFISH_TREES");
  }

  @Test
  void ofAServerAndItsAcceleratorBoardTheServerIsEnrolled() throws Exception {
    try (Rack rack = rack();
        TreeHost dgx = TreeHost.serve(trees, "nvidia_viking")) {
      dgx.applyAccess(rack);
      rack.apply(dgx.host("dgx", null));
      rack.awaitHosts(HostState.AVAILABLE, 1);

      HardwareDetails found = rack.host("dgx").getStatus().hardwareDetails;
      assertThat(found.systemURI).isEqualTo("/redfish/v1/Systems/DGX");
      assertThat(found.model).isEqualTo("DGXH100");
      assertThat(found.serialNumber).isEqualTo("1662923610124");
      assertThat(found.macAddresses)
          .containsExactlyInAnyOrder(
              "5c:ff:35:fe:04:b1",
              "6c:fe:54:41:15:78",
              "6c:fe:54:41:15:79",
              "94:6d:ae:aa:2a:19",
              "a0:88:c2:82:6e:52");
      assertThat(found.pxeSupported).isTrue();
      assertNothingWasWritten(dgx);
    }
  }

  @Test
  void fourNodesBehindOneBmcAreNotChosenFrom() throws Exception {
    try (Rack rack = rack();
        TreeHost blade = TreeHost.serve(trees, "EX4252")) {
      blade.applyAccess(rack);
      rack.apply(blade.host("blade", null));
      rack.awaitHosts(HostState.ERROR, 1);

      assertThat(Rack.condition(rack.host("blade"), "Ready"))
          .startsWith("False/AmbiguousSystem/")
          .contains("Node0, Node1, Node2, Node3");
      assertThat(rack.host("blade").getStatus().hardwareDetails).isNull();
      assertNothingWasWritten(blade);
    }
  }

  @Test
  void aNodeThatCannotBootFromTheNetworkIsEnrolledAndNeverClaimed() throws Exception {
    try (Rack rack = rack();
        TreeHost blade = TreeHost.serve(trees, "EX4252")) {
      blade.applyAccess(rack);
      rack.apply(blade.host("node2", "Node2"));
      rack.awaitHosts(HostState.ERROR, 1);

      PhysicalHost node = rack.host("node2");
      assertThat(Rack.condition(node, "Ready")).startsWith("False/PXENotSupported/");
      assertThat(node.getStatus().hardwareDetails.systemURI).isEqualTo("/redfish/v1/Systems/Node2");
      assertThat(node.getStatus().hardwareDetails.serialNumber).isEqualTo("PR12378794");
      assertThat(node.getStatus().hardwareDetails.pxeSupported).isFalse();

      rack.applyMachine("worker-1");
      Rack.await()
          .untilAsserted(
              () ->
                  assertThat(Rack.condition(rack.machine("worker-1"), "PhysicalHostAssociated"))
                      .isEqualTo("False/WaitingForHost/0 of 1 hosts free: 1 in error"));
      assertThat(Rack.phaseOf(rack.machine("worker-1"))).isEqualTo(MachinePhase.CLAIMING);
      assertThat(rack.machine("worker-1").getStatus().claim).isNull();
      assertThat(rack.host("node2").getSpec().consumerRef).isNull();
      assertThat(rack.runs()).isEmpty();
      assertNothingWasWritten(blade);
    }
  }

  @Test
  void aBmcThatTellsNoMacAddressNeedsThemFromTheUser() throws Exception {
    try (Rack rack = rack();
        TreeHost openbmc = TreeHost.serve(trees, "OpenBMC-stock")) {
      openbmc.applyAccess(rack);
      rack.apply(openbmc.host("openbmc", null));
      rack.awaitHosts(HostState.ERROR, 1);
      assertThat(Rack.condition(rack.host("openbmc"), "Ready"))
          .startsWith("False/BootMACUnknown/")
          .contains("spec.bootMACAddresses");

      rack.client()
          .resources(PhysicalHost.class)
          .inNamespace(Rack.NAMESPACE)
          .withName("openbmc")
          .edit(
              host -> {
                host.getSpec().bootMACAddresses = List.of("52:54:00:12:34:56");
                return host;
              });
      rack.awaitHosts(HostState.AVAILABLE, 1);
      assertThat(rack.host("openbmc").getStatus().hardwareDetails.systemURI)
          .isEqualTo("/redfish/v1/Systems/system");
      assertNothingWasWritten(openbmc);
    }
  }

  private Rack rack() throws Exception {
    return Rack.start(directory, FleetConfig.of(1), PATIENT_WITH_BMCS);
  }

  /** Enrolment only reads; logging in and out are the only other requests. */
  private static void assertNothingWasWritten(TreeHost host) {
    assertThat(host.bmc().log().events())
        .filteredOn(event -> event.type().equals(EventType.REQUEST))
        .isNotEmpty()
        .allSatisfy(
            event ->
                assertThat(event.text("method").equals("GET") || isSession(event.text("path")))
                    .as(event.toString())
                    .isTrue());
  }

  private static boolean isSession(String path) {
    return path.contains("/Sessions");
  }
}
