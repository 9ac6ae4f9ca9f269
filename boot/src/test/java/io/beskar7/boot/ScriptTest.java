package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.common.RootDeviceHints;
import io.beskar7.api.host.InspectionPhase;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.boot.run.Tokens;
import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.boot.support.BootBed.Booting;
import io.beskar7.boot.support.Reports;
import io.beskar7.testkit.EmbeddedApiServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScriptTest {
  private static final String WAITS = "\n:again\nsleep 5\nchain --autofree --replace ";
  private static final String LOCAL = "\nexit\n";

  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  private BootBed bed;

  @BeforeEach
  void start() {
    bed = new BootBed(API);
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  @Test
  void aMachineNobodyKnowsWaitsAndAsksTheSameAgain() {
    String script = bed.agent().script("mac=02-FF-00-00-00-01&uuid=U%201&serial=a%0Ab");

    assertThat(script)
        .isEqualTo(
            "#!ipxe\n"
                + "echo Beskar7: no host has this MAC address, UUID or serial number\n"
                + ":again\n"
                + "sleep 5\n"
                + "chain --autofree --replace http://127.0.0.1:"
                + bed.server().port()
                + "/api/v1/boot?mac=02:ff:00:00:00:01&uuid=U+1&serial=a%0Ab || goto again\n");
  }

  @Test
  void aHostThatNobodyWantsWaits() {
    String mac = BootBed.mac();
    bed.rack.host("idle", mac);

    assertThat(bed.scriptWhen("mac=" + mac, "idle is not wanted yet")).contains(WAITS);
  }

  @Test
  void theScriptIsGivenOnlyOnceThePowerOnIsOnRecord() {
    String mac = BootBed.mac();
    PhysicalHost host = bed.rack.host("steps", mac);
    ProvisioningRun run = bed.rack.run(host, 1, orders -> {});

    assertThat(bed.scriptWhen("mac=" + mac, "waits for its turn")).contains(WAITS);
    bed.rack.atStep(host, run, "Off");
    assertThat(bed.agent().script("mac=" + mac)).contains(WAITS);
    bed.rack.atStep(host, run, "Override");
    assertThat(bed.agent().script("mac=" + mac)).contains(WAITS);
    assertThat(bed.rack.look(run).getStatus()).isNull();
    bed.rack.atStep(host, run, "On");
    assertThat(bed.agent().script("mac=" + mac)).contains("\nboot\n");
  }

  @Test
  void theScriptIsByteForByteThatOfTheContractPlusOurAdditions() {
    Booting host =
        bed.booting("exact", orders -> orders.configurationURL = "http://images.example/c.yaml");
    String script = bed.scriptWhen("mac=" + host.mac(), "kernel ");

    String ns = bed.namespace;
    String ca =
        Base64.getEncoder()
            .encodeToString(bed.server().caPem().getBytes(StandardCharsets.US_ASCII));
    String token = Agent.parameters(script).get("beskar7.token");
    assertThat(script)
        .isEqualTo(
            ("#!ipxe\n"
                    + "kernel http://images.example/inspector/vmlinuz"
                    + " beskar7.api=https://127.0.0.1:PORT beskar7.namespace=NS beskar7.host=exact"
                    + " beskar7.token=TOKEN beskar7.target=http://images.example/os.raw"
                    + " beskar7.target-digest=sha256:DIGEST beskar7.provider-id=b7://NS/exact"
                    + " beskar7.ca=CA BOOTIF=01-MAC beskar7.config=http://images.example/c.yaml"
                    + " beskar7.deploy-mode=image initrd=initrd.img\n"
                    + "initrd http://images.example/inspector/initrd.img\n"
                    + "boot\n")
                .replace("PORT", Integer.toString(bed.server().port()))
                .replace("NS", ns)
                .replace("TOKEN", token)
                .replace("DIGEST", "a".repeat(64))
                .replace("MAC", host.mac().replace(':', '-'))
                .replace("=CA ", "=" + ca + " "));
    assertThat(token).hasSize(43);
    assertThat(script.lines().map(String::length)).allMatch(length -> length <= 2048);
  }

  @Test
  void onlyTheHashOfTheLatestTokenIsKeptAndTheFirstHandoutDated() {
    Booting host = bed.booting("tokens");
    Agent.Booted first = bed.boot(host);
    String servedAt = bed.rack.look(host.run()).getStatus().milestones.scriptServedAt;
    bed.time.advance(Duration.ofSeconds(30));
    Agent.Booted second = bed.boot(host);

    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().tokenHash).isEqualTo(Tokens.hash(second.token()));
    assertThat(run.getStatus().scriptsServed).isEqualTo(2);
    assertThat(run.getStatus().milestones.scriptServedAt).isEqualTo(servedAt);
    assertThat(first.report(Reports.V42).statusCode()).isEqualTo(401);
    assertThat(second.report(Reports.V42).statusCode()).isEqualTo(202);
  }

  @Test
  void aMachineIsFoundByUuidElseBySerialNumber() {
    PhysicalHost host = bed.rack.host("found", BootBed.mac());
    String serial = "SER-" + bed.namespace;
    String uuid = UUID.randomUUID().toString();
    bed.rack.edit(
        host,
        status -> {
          status.hardwareDetails.uuid = uuid;
          status.hardwareDetails.serialNumber = serial;
        });
    ProvisioningRun run = bed.rack.run(host, 1, orders -> {});
    bed.rack.booting(host, run);

    bed.scriptWhen("uuid=" + uuid.toUpperCase(Locale.ROOT), "beskar7.host=found");
    bed.scriptWhen("mac=02:ff:ff:ff:ff:fe&serial=" + serial, "beskar7.host=found");
  }

  @Test
  void aMacOfTheSpecIsEnough() {
    String mac = BootBed.mac();
    PhysicalHost host = bed.rack.host("bymac", BootBed.mac());
    bed.rack.editSpec(host, spec -> spec.bootMACAddresses = List.of(mac));
    bed.rack.booting(host, bed.rack.run(host, 1, orders -> {}));

    bed.scriptWhen("mac=" + mac, "beskar7.host=bymac");
  }

  @Test
  void twoHostsOfOneAddressWait() {
    String mac = BootBed.mac();
    bed.rack.host("twin-a", mac);
    bed.rack.host("twin-b", mac);

    bed.scriptWhen("mac=" + mac, "several hosts have this address");
  }

  @Test
  void aRunOfAnotherEpochGetsNoScript() {
    Booting host = bed.booting("epoch");
    bed.rack.editSpec(host.host(), spec -> spec.claimEpoch = 2L);

    assertThat(bed.scriptWhen("mac=" + host.mac(), "waits for its turn")).contains(WAITS);
  }

  @Test
  void aRunThatIsPendingGetsNoScript() {
    Booting host = bed.booting("pending");
    bed.rack.edit(host.host(), status -> status.inspectionPhase = InspectionPhase.PENDING);

    bed.scriptWhen("mac=" + host.mac(), "waits for its turn");
  }

  @Test
  void aMachineThatHasItsBootstrapDataStartsFromItsDisk() {
    Booting host = bed.booting("disk");
    Agent.Booted agent = bed.boot(host);
    agent.report(Reports.V42);
    assertThat(agent.bootstrap().statusCode()).isEqualTo(200);

    assertThat(bed.agent().script("mac=" + host.mac())).endsWith(LOCAL);
    bed.rack.close(host.run(), RunOutcome.SUCCEEDED, "Provisioned");
    assertThat(bed.scriptWhen("mac=" + host.mac(), "disk is installed")).endsWith(LOCAL);
  }

  @Test
  void aMachineThatIsRefusedOrHasFailedGetsNoFurtherScript() {
    Booting refused = bed.booting("refused", o -> o.identity.uuid = UUID.randomUUID().toString());
    bed.boot(refused).report(Reports.V42);
    Booting failed = bed.booting("failed");
    bed.boot(failed).post("provision-failed", "{\"reason\":\"image fetch failed\"}");

    assertThat(bed.agent().script("mac=" + refused.mac())).contains(WAITS);
    assertThat(bed.agent().script("mac=" + failed.mac())).contains(WAITS);
  }

  @Test
  void anIpxeImageIsChainedWithTheParametersInAVariable() {
    Booting host =
        bed.booting("chained", orders -> orders.inspectionImage = "http://boot.example/i.ipxe?a=b");

    String script = bed.scriptWhen("mac=" + host.mac(), "set beskar7-params beskar7.api=https://");

    assertThat(script).endsWith("\nchain --autofree http://boot.example/i.ipxe?a=b\n");
    assertThat(Agent.parameters(script)).containsKey("beskar7.token");
  }

  @Test
  void hintsForTheDiskReachTheAgent() {
    Booting host =
        bed.booting(
            "hints",
            orders -> {
              orders.rootDeviceHints = new RootDeviceHints();
              orders.rootDeviceHints.byPath = "pci-0000:00:01.0-ata-1";
              orders.rootDeviceHints.minSizeGB = 100;
            });

    assertThat(bed.boot(host).parameters())
        .containsEntry("beskar7.disk", "/dev/disk/by-path/pci-0000:00:01.0-ata-1")
        .containsEntry("beskar7.disk-min-gb", "100");
  }

  @Test
  void ordersThatDoNotFitAKernelLineFailTheRunWithTheCause() {
    Booting host =
        bed.booting("long", o -> o.targetOSImage = "http://images.example/" + "x".repeat(1500));

    bed.scriptWhen("mac=" + host.mac(), "no boot script can be made");

    ProvisioningRun run = bed.rack.look(host.run());
    assertThat(run.getStatus().failure.message)
        .startsWith("no boot script can be made: the kernel line has ")
        .endsWith(" bytes, more than 2048: use shorter URLs");
    assertThat(run.getStatus().tokenHash).isNull();
  }

  @Test
  void ordersCannotSmuggleCommandsIntoTheScript() {
    Booting host = bed.booting("smuggle", o -> o.targetOSImage = "http://x/${net0/mac}");

    bed.scriptWhen("mac=" + host.mac(), "no boot script can be made");
  }

  @Test
  void noScriptLeavesBeforeItsTokenIsOnRecord() {
    Booting host = bed.booting("unrecorded");
    bed.boot(host);
    String before = bed.rack.look(host.run()).getStatus().tokenHash;
    bed.faults.failWrites(true);

    assertThat(bed.agent().script("mac=" + host.mac()))
        .contains("the boot server waits for the Kubernetes API" + WAITS);
    assertThat(bed.rack.look(host.run()).getStatus().tokenHash).isEqualTo(before);
  }

  @Test
  void aRunThatIsClosedMeanwhileGetsNoScript() {
    Booting host = bed.booting("overtaken");
    bed.boot(host);
    bed.faults.overtakeNextStatusWrite(
        () -> bed.rack.close(host.run(), RunOutcome.FAILED, "BootTimeout"));

    assertThat(bed.agent().script("mac=" + host.mac())).contains(WAITS);
  }

  @Test
  void whileTheApiIsDownMachinesAskAgainInsteadOfStartingFromDisk() {
    Booting host = bed.booting("outage");
    bed.boot(host);
    bed.faults.failEverything(true);
    assertThat(bed.agent().script("mac=" + host.mac())).contains(WAITS);

    bed.faults.failEverything(false);
    assertThat(bed.agent().script("mac=" + host.mac())).contains("\nboot\n");
  }
}
