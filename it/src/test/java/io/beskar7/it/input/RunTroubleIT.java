package io.beskar7.it.input;

import static io.beskar7.it.input.Bench.READY;
import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.DeployMode;
import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.fleet.FleetConfig;
import io.beskar7.simulator.fleet.SimulatedHost;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user got wrong shows when the machine is started; corrected, the same machine goes on. */
class RunTroubleIT {
  private static Bench bench;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    bench = Bench.start(directory, FleetConfig.of(6), Map.of());
  }

  @AfterAll
  static void stop() throws Exception {
    bench.close();
  }

  @Test
  void aServerOtherThanTheOneBehindTheBmcGetsNothingAndItsHostIsPutInQuarantine() {
    SimulatedHost server = bench.enrolled();
    bench.rack.fleet().faults().agent(server.name(), AgentFault.WRONG_MACHINE);
    bench.machine("crossed", server);

    bench.state(server, HostState.ERROR);
    ProvisioningRun run = runOf(server);
    assertThat(run.getSpec().closed.cause).isEqualTo("WrongMachine");
    assertThat(run.getStatus().milestones.bootstrapServedAt).isNull();
    String said = run.getStatus().verdict.message;
    assertThat(said)
        .startsWith(
            "another server answered than the one behind the BMC: by its BMC the host has UUID "
                + server.uuid()
                + ", the report says ");
    bench.says(
        server,
        READY,
        "False/WrongMachine/run %s: %s".formatted(run.getMetadata().getName(), said));
    Rack.await()
        .untilAsserted(
            () ->
                assertThat(Rack.condition(bench.rack.machine("crossed"), READY))
                    .matches(
                        "False/WaitingForHost/0 of \\d hosts free: (\\d claimed, )?1 in error.*"));
    assertThat(bench.imagesWritten(server)).isZero();
    assertThat(bench.rack.fleet().state(server.name()).power()).isEqualTo("Off");

    bench.rack.fleet().faults().agent(server.name(), AgentFault.NONE);
    bench.edit(server, host -> host.getSpec().maintenance = true);
    bench.state(server, HostState.MAINTENANCE);
    bench.edit(server, host -> host.getSpec().maintenance = false);
    bench.phase("crossed", MachinePhase.PROVISIONED);
  }

  @Test
  void anImageWithAnotherDigestFailsTheMachineForGoodAndItsHostComesBack() {
    SimulatedHost server = bench.enrolled();
    bench.rack.applyMachine(
        "tampered",
        bench.only(server).andThen(spec -> spec.targetOSImageDigest = "sha256:" + "0".repeat(64)));

    bench.phase("tampered", MachinePhase.FAILED);
    bench.backInTheRack(server);
    String mismatch =
        "False/ImageDigestMismatch/image digest mismatch: what spec.targetOSImage names does not have"
            + " the digest in spec.targetOSImageDigest: correct one of the two";
    bench.says("tampered", READY, mismatch);
    bench.says("tampered", "MachineProvisioned", mismatch);
    assertThat(bench.imagesWritten(server)).isZero();
    assertThat(runOf(server).getSpec().closed.cause).isEqualTo("ImageDigestMismatch");

    bench.machine("right", server);
    bench.phase("right", MachinePhase.PROVISIONED);
  }

  @Test
  void bootstrapDataThatIsMissingOrEmptyKeepsTheMachineFromAHostUntilItIsThere() {
    SimulatedHost server = bench.enrolled();
    bench.rack.apply(bench.rack.yaml().machine("unborn", bench.only(server)));
    waits("unborn", "False/WaitingForBootstrapData/Secret unborn-bootstrap does not exist");

    bench.rack.apply(empty("unborn-bootstrap"));
    waits(
        "unborn",
        "False/BootstrapDataInvalid/Secret unborn-bootstrap: key value is empty: must hold the"
            + " bootstrap data");
    assertThat(bench.rack.host(server.name()).getSpec().consumerRef).isNull();

    bench.editSecret(
        "unborn-bootstrap", secret -> secret.addToStringData("value", "#cloud-config"));
    bench.phase("unborn", MachinePhase.PROVISIONED);
    bench.says("unborn", "BootstrapDataReady", "True/BootstrapDataReady/Secret unborn-bootstrap");
  }

  @Test
  void anImageWithoutADigestIsRefusedByNameUntilItIsGiven() {
    SimulatedHost server = bench.enrolled();
    bench.rack.applyMachine(
        "undigested",
        bench
            .only(server)
            .andThen(spec -> spec.deployMode = DeployMode.IMAGE)
            .andThen(spec -> spec.targetOSImageDigest = null));
    bench.says(
        "undigested",
        READY,
        "False/SpecInvalid/spec.targetOSImageDigest: not set: must be sha256: and 64 hexadecimal"
            + " digits, because spec.deployMode is image");
    assertThat(bench.rack.host(server.name()).getSpec().consumerRef).isNull();

    String digest = "sha256:" + bench.rack.fleet().imageDigest("/images/os.img");
    bench.editMachine("undigested", machine -> machine.getSpec().targetOSImageDigest = digest);
    bench.phase("undigested", MachinePhase.PROVISIONED);
  }

  private static void waits(String machine, String expected) {
    bench.says(machine, READY, expected);
    bench.says(machine, "BootstrapDataReady", expected);
    assertThat(Rack.phaseOf(bench.rack.machine(machine))).isEqualTo(MachinePhase.PENDING);
  }

  private static Secret empty(String name) {
    return new SecretBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .addToData("value", "")
        .build();
  }

  private static ProvisioningRun runOf(SimulatedHost server) {
    return bench.rack.runs().stream()
        .filter(run -> run.getSpec().hostRef.name.equals(server.name()))
        .findFirst()
        .orElseThrow();
  }
}
