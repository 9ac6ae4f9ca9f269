package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beskar7.redfish.client.HttpRedfish;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Resource trees read off real BMCs, against what a person reads in them. The trees are not part of
 * the project: the variable names a folder where X/Y/index.json is the answer to GET /redfish/v1/Y
 * of tree X.
 */
class TreeTest {
  private static final String VARIABLE = "BESKAR7_REDFISH_TREES";

  record Expected(
      String tree, String systemId, SystemInfo info, List<String> macs, List<String> gaps) {
    @Override
    public String toString() {
      return tree;
    }
  }

  static Stream<Expected> trees() {
    return Stream.of(
        new Expected(
            "dell",
            null,
            new SystemInfo(
                "/redfish/v1/Systems/System.Embedded.1",
                "Dell",
                "Dell Inc.",
                "PowerEdge R750",
                "CNIVC0014M0388",
                "F54P1G3",
                "4c4c4544-0035-3410-8050-c6c04f314733",
                "1.8.2",
                "OK",
                Power.ON,
                36,
                524_288L,
                true),
            List.of(
                "70:b5:e8:f0:52:dc",
                "70:b5:e8:f0:52:dd",
                "b8:3f:d2:90:97:c4",
                "e4:3d:1a:13:27:f0",
                "e4:3d:1a:13:27:f1"),
            List.of()),
        new Expected(
            "hpe",
            null,
            new SystemInfo(
                "/redfish/v1/Systems/1",
                "HPE",
                "HPE",
                "ProLiant DL385 Gen10 Plus v2",
                "MXQ302099S",
                "P38411-B21",
                "34383350-3131-584D-5133-303230393953",
                "A42 v2.60 (08/11/2022)",
                "Critical",
                Power.ON,
                null,
                1_048_576L,
                true),
            List.of(
                "50:7c:6f:11:f2:a6",
                "50:7c:6f:11:f2:a7",
                "50:7c:6f:11:f2:a8",
                "50:7c:6f:11:f2:a9",
                "88:e9:a4:80:9d:a2",
                "88:e9:a4:87:42:c8",
                "b8:3f:d2:d7:f7:4a"),
            List.of()),
        new Expected(
            "lenovo",
            null,
            new SystemInfo(
                "/redfish/v1/Systems/1",
                "Lenovo",
                "Lenovo",
                "ThinkSystem SR670 V2",
                "J105958B",
                "7Z23CTO1WW",
                "6173ecec-6ef5-11ee-834a-0a8fc3a58a71",
                "U8E122J",
                "OK",
                Power.ON,
                null,
                1_048_576L,
                true),
            List.of(
                "00:62:0b:4c:28:4e", "00:62:0b:4c:28:4f", "00:62:0b:4c:28:50", "00:62:0b:4c:28:51"),
            List.of()),
        new Expected(
            "supermicro",
            null,
            new SystemInfo(
                "/redfish/v1/Systems/1",
                null,
                "Supermicro",
                "SYS-821GE-TNHR",
                "S889914X3710910",
                "0x1D1415D9",
                "00000000-0000-0000-0000-7CC25550A8FF",
                "1.4",
                "OK",
                Power.ON,
                null,
                2_097_152L,
                true),
            List.of(
                "7c:c2:55:79:3f:8e",
                "7c:c2:55:79:3f:8f",
                "94:6d:ae:91:09:c2",
                "94:6d:ae:91:67:6a",
                "94:6d:ae:91:6a:9a",
                "94:6d:ae:91:73:8a",
                "94:6d:ae:91:75:9a",
                "94:6d:ae:91:75:ba",
                "94:6d:ae:91:dd:1a",
                "94:6d:ae:91:fb:22",
                "94:6d:ae:b2:b1:4e"),
            List.of()),
        new Expected(
            "nvidia_viking",
            null,
            new SystemInfo(
                "/redfish/v1/Systems/DGX",
                "AMI",
                "NVIDIA",
                "DGXH100",
                "1662923610124",
                "920-24387-2540-000",
                "B11DD4F2-BFDE-1000-02BC-5CFF35FBE6E9",
                "1.1.3",
                "OK",
                Power.ON,
                null,
                2_097_152L,
                true),
            List.of(
                "5c:ff:35:fe:04:b1",
                "6c:fe:54:41:15:78",
                "6c:fe:54:41:15:79",
                "94:6d:ae:aa:2a:19",
                "a0:88:c2:82:6e:52"),
            List.of()),
        new Expected(
            "OpenBMC-stock",
            null,
            new SystemInfo(
                "/redfish/v1/Systems/system",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "OK",
                Power.OFF,
                null,
                null,
                true),
            List.of(),
            List.of("the system has no EthernetInterfaces")),
        new Expected(
            "EX4252",
            "Node2",
            new SystemInfo(
                "/redfish/v1/Systems/Node2",
                null,
                "HPE",
                "HPE EX4252",
                "PR12378794",
                null,
                null,
                "ex4252.bios-1.3.0",
                "Warning",
                Power.ON,
                null,
                393_216L,
                false),
            List.of("00:40:a6:96:a6:af"),
            List.of()));
  }

  private final HttpRedfish redfish = new HttpRedfish(() -> Fixture.SETTINGS);
  private final TestPace pace = new TestPace();
  private String root;
  private FakeServer server;

  @BeforeEach
  void needTrees() {
    root = System.getenv(VARIABLE);
    assumeTrue(root != null, VARIABLE + " is not set: no captured trees to compare with");
  }

  @AfterEach
  void stop() throws IOException {
    redfish.close();
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @MethodSource("trees")
  void aCapturedTreeReadsAsAPersonReadsIt(Expected expected) throws IOException {
    RedfishSystem system = open(expected.tree()).system(expected.systemId(), pace);

    assertThat(Fixture.value(system.getSystemInfo())).isEqualTo(expected.info());
    assertThat(Fixture.value(system.getNetworkAddresses()))
        .isEqualTo(new NetworkAddresses(expected.macs(), List.of(), expected.gaps()));
  }

  @Test
  void fourNodesBehindOneBmcAreNotChosenFrom() throws IOException {
    Result<SystemInfo> info = open("EX4252").system(null, pace).getSystemInfo();

    assertThat(info)
        .isEqualTo(
            Result.failed(
                Cause.AMBIGUOUS_SYSTEM,
                server.address()
                    + ": several systems are behind this BMC: Node0, Node1, Node2, Node3"));
  }

  @Test
  void aNodeWithoutOverrideCannotBootFromTheNetwork() throws IOException {
    assertThat(open("EX4252").system("Node2", pace).setBootSourcePXE())
        .isEqualTo(
            Result.failed(
                Cause.PXE_NOT_SUPPORTED,
                server.address() + ": /redfish/v1/Systems/Node2 offers no boot override to Pxe"));
    assertThat(server.lines()).noneMatch(line -> line.startsWith("PATCH"));
  }

  @ParameterizedTest
  @MethodSource("places")
  void theOverrideIsWrittenWhereTheTreeKeepsIt(String tree, String system, String place)
      throws IOException {
    open(tree).system(system, pace).setBootSourcePXE();

    assertThat(server.lines().stream().filter(line -> line.startsWith("PATCH")).findFirst())
        .contains("PATCH " + place);
  }

  static Stream<Arguments> places() {
    return Stream.of(
        Arguments.of("dell", null, "/redfish/v1/Systems/System.Embedded.1"),
        Arguments.of("hpe", null, "/redfish/v1/Systems/1"),
        Arguments.of("lenovo", null, "/redfish/v1/Systems/1"),
        Arguments.of("supermicro", null, "/redfish/v1/Systems/1"),
        Arguments.of("nvidia_viking", null, "/redfish/v1/Systems/DGX/SD"),
        Arguments.of("OpenBMC-stock", null, "/redfish/v1/Systems/system"));
  }

  private RedfishClient open(String tree) throws IOException {
    Path folder = Path.of(root, tree);
    server = new FakeServer(null, (seen, out, socket) -> answer(folder, seen, out));
    Target target = new Target(server.address(), "u", "p", new Trust.SystemRoots());
    return Fixture.value(redfish.connect(target, LoginGate.OPEN, pace));
  }

  private static boolean answer(Path folder, FakeServer.Seen seen, OutputStream out)
      throws IOException {
    if (seen.method().equals("POST")) {
      FakeServer.write(out, 201, Map.of("X-Auth-Token", "t"), "{}");
      return true;
    }
    String path = seen.path().replaceAll("/$", "").substring("/redfish/v1".length());
    Path file = folder.resolve("." + path).resolve("index.json").normalize();
    boolean known = file.startsWith(folder) && Files.isRegularFile(file);
    if (seen.method().equals("PATCH")) {
      FakeServer.write(out, 200, Map.of(), "{}");
    } else {
      FakeServer.write(out, known ? 200 : 404, Map.of(), known ? Files.readString(file) : "{}");
    }
    return true;
  }
}
