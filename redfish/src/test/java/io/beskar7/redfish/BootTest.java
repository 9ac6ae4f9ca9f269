package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class BootTest extends Fixture {
  private static final String PATCH = "PATCH " + FakeBmc.SYSTEM;
  private static final String SETTINGS_PATH = FakeBmc.SYSTEM + "/SD";

  /** Takes the PATCH only when the header is as wanted. */
  private void precondition(int otherwise, Predicate<String> ifMatch) {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          if (ifMatch.test(seen.headers().get("If-Match"))) {
            return bmc.normal(seen, out);
          }
          FakeServer.write(out, otherwise, Map.of(), "");
          return true;
        });
  }

  private List<String> tags() {
    return bmc.server.seen().stream()
        .filter(seen -> seen.method().equals("PATCH"))
        .map(seen -> String.valueOf(seen.headers().get("If-Match")))
        .toList();
  }

  private List<String> bodies() {
    return bmc.server.seen().stream()
        .filter(seen -> seen.method().equals("PATCH"))
        .map(FakeServer.Seen::body)
        .toList();
  }

  private static final String FULL =
      "{\"Boot\":{\"BootSourceOverrideTarget\":\"Pxe\",\"BootSourceOverrideEnabled\":\"Once\","
          + "\"BootSourceOverrideMode\":\"UEFI\"}}";
  private static final String BARE =
      "{\"Boot\":{\"BootSourceOverrideTarget\":\"Pxe\",\"BootSourceOverrideEnabled\":\"Once\"}}";

  @Test
  void theTagIsSentAsItWasRead() {
    value(system().setBootSourcePXE());
    assertThat(tags()).containsExactly("\"1\"");
    assertThat(bodies()).containsExactly(FULL);
  }

  @Test
  void aWeakTagThatIsRefusedIsSentStrong() {
    bmc.etag = "W/\"a\"";
    precondition(412, "\"a\""::equals);
    value(system().setBootSourcePXE());
    assertThat(tags()).containsExactly("W/\"a\"", "\"a\"");
  }

  @Test
  void aTagThatHasChangedIsReadAgain() {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          if (bmc.etag.equals(seen.headers().get("If-Match"))) {
            return bmc.normal(seen, out);
          }
          FakeServer.write(out, 412, Map.of(), "");
          return true;
        });
    bmc.once(
        PATCH,
        (seen, out, socket) -> {
          bmc.etag = "\"2\"";
          FakeServer.write(out, 412, Map.of(), "");
          return true;
        });
    value(system().setBootSourcePXE());
    assertThat(tags()).containsExactly("\"1\"", "\"2\"");
  }

  @Test
  void aServiceThatWantsATagAndHasNoneGetsAny() {
    bmc.etag = null;
    precondition(428, "*"::equals);
    value(system().setBootSourcePXE());
    assertThat(tags()).containsExactly("null", "*");
  }

  @Test
  void aServiceThatRefusesEveryTagGetsNone() {
    precondition(412, tag -> tag == null);
    value(system().setBootSourcePXE());
    assertThat(tags()).containsExactly("\"1\"", "*", "null");
  }

  @Test
  void anEmptyTagIsNoTagAndGzipIsNoPartOfOne() {
    bmc.etag = "\"\"";
    value(system().setBootSourcePXE());
    bmc.boot.put("BootSourceOverrideEnabled", "Disabled");
    bmc.etag = "\"9-gzip\"";
    value(system().setBootSourcePXE());
    assertThat(tags()).containsExactly("null", "\"9\"");
  }

  @Test
  void whereTheModeIsRefusedItIsLeftOut() {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          if (seen.body().contains("Mode")) {
            FakeServer.write(out, 400, Map.of(), "");
            return true;
          }
          return bmc.normal(seen, out);
        });
    value(system().setBootSourcePXE());
    assertThat(bodies()).containsExactly(FULL, BARE);
  }

  @Test
  void whereNoModeIsReportedItIsSentOnlyWhenTheRestIsNotTaken() {
    bmc.boot.remove("BootSourceOverrideMode");
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          if (!seen.body().contains("Mode")) {
            FakeServer.write(out, 400, Map.of(), "");
            return true;
          }
          return bmc.normal(seen, out);
        });
    value(system().setBootSourcePXE());
    assertThat(bodies()).containsExactly(BARE, FULL);
  }

  @Test
  void aRefusalThatTookEffectIsSuccess() {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          bmc.apply(seen.body());
          FakeServer.write(out, 400, Map.of(), "");
          return true;
        });
    value(system().setBootSourcePXE());
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void anAnswerThatLiesIsFoundOut() {
    bmc.rule(PATCH, 200, "{}");
    assertProblem(
        system().setBootSourcePXE(),
        Cause.OVERRIDE_NOT_TAKEN,
        "BMC: asked for Target Pxe, Enabled Once: PATCH /redfish/v1/Systems/1 was accepted, and it"
            + " reads back as Target None, Enabled Disabled, Mode UEFI");
    assertThat(bodies()).containsExactly(FULL, BARE);
  }

  @Test
  void aModeThatFallsBackToLegacyIsNotTaken() {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          bmc.apply(seen.body());
          bmc.boot.put("BootSourceOverrideMode", "Legacy");
          FakeServer.write(out, 200, Map.of(), "{}");
          return true;
        });
    assertThat(problem(system().setBootSourcePXE()).message())
        .endsWith("reads back as Target Pxe, Enabled Once, Mode Legacy");
  }

  @Test
  void anOverrideThatStaysIsReportedAsPersistent() {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          bmc.apply(seen.body());
          bmc.boot.put("BootSourceOverrideEnabled", "Continuous");
          FakeServer.write(out, 200, Map.of(), "{}");
          return true;
        });
    assertThat(value(system().setBootSourcePXE()).persistent()).isTrue();
    assertThat(value(system().bootOverridePersists())).isTrue();
  }

  @Test
  void pxeReadBackAsUefiBootNextCounts() {
    bmc.rule(
        PATCH,
        (seen, out, socket) -> {
          bmc.apply(seen.body().replace("Pxe", "UefiBootNext"));
          FakeServer.write(out, 200, Map.of(), "{}");
          return true;
        });
    value(system().setBootSourcePXE());
  }

  @Test
  void anAnswerThatIsLostIsDecidedByReadingBack() {
    bmc.once(
        PATCH,
        (seen, out, socket) -> {
          bmc.apply(seen.body());
          return FakeBmc.reset(socket);
        });
    value(system().setBootSourcePXE());
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void anAnswerThatIsLostWithoutEffectEndsTheCall() {
    bmc.rule(PATCH, (seen, out, socket) -> FakeBmc.reset(socket));
    assertProblem(
        system().setBootSourcePXE(),
        Cause.OVERRIDE_NOT_TAKEN,
        "BMC: PATCH /redfish/v1/Systems/1 got no answer (the connection was lost before the answer"
            + " was whole), and it reads back as Target None, Enabled Disabled, Mode UEFI");
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void aBmcThatIsBusyWithPostIsNotReady() {
    bmc.rule(
        PATCH,
        400,
        "{\"error\":{\"@Message.ExtendedInfo\":[{\"MessageId\":"
            + "\"iLO.2.14.UnableToModifyDuringSystemPOST\"}]}}");
    assertProblem(
        system().setBootSourcePXE(),
        Cause.NOT_READY,
        "BMC: PATCH /redfish/v1/Systems/1 answered 400 (UnableToModifyDuringSystemPOST)");
    assertThat(bodies()).hasSize(1);
  }

  @Test
  void aSystemThatListsNoTargetsKeepsTheOverrideInItsSettings() {
    settingsObject();
    bmc.systemJson = json -> withSettings(json).replaceAll("\"BootSource\\w+@[^]]*],", "");
    assertThat(value(system().setBootSourcePXE()).uri()).isEqualTo(SETTINGS_PATH);
    assertThat(bmc.count(PATCH)).isZero();
  }

  @Test
  void aSystemThatRefusesSendsUsToItsSettings() {
    settingsObject();
    bmc.systemJson = BootTest::withSettings;
    bmc.rule(PATCH, 400, "{\"error\":{\"code\":\"Base.1.8.PropertyNotWritable\"}}");
    assertThat(value(system().setBootSourcePXE()).uri()).isEqualTo(SETTINGS_PATH);
  }

  @Test
  void settingsWithoutTheOverrideAreLeftAlone() {
    bmc.systemJson = BootTest::withSettings;
    bmc.rule("GET " + SETTINGS_PATH, 200, "{\"Boot\":{\"BootOrder\":[\"a\"]}}");
    bmc.rule("PATCH " + FakeBmc.SYSTEM, 200, "{}");
    assertThat(problem(system().setBootSourcePXE()).cause()).isEqualTo(Cause.OVERRIDE_NOT_TAKEN);
    assertThat(bmc.count("PATCH " + SETTINGS_PATH)).isZero();
  }

  private static String withSettings(String json) {
    return json.replaceFirst(
        "\\{",
        "{\"@Redfish.Settings\":{\"SettingsObject\":{\"@odata.id\":\"" + SETTINGS_PATH + "\"}},");
  }

  private void settingsObject() {
    AtomicReference<String> enabled = new AtomicReference<>("Disabled");
    bmc.rule(
        "GET " + SETTINGS_PATH,
        (seen, out, socket) -> {
          FakeServer.write(
              out,
              200,
              Map.of(),
              "{\"Boot\":{\"BootSourceOverrideTarget\":\"Pxe\",\"BootSourceOverrideEnabled\":\""
                  + enabled.get()
                  + "\",\"BootSourceOverrideMode\":null}}");
          return true;
        });
    bmc.rule(
        "PATCH " + SETTINGS_PATH,
        (seen, out, socket) -> {
          enabled.set("Once");
          FakeServer.write(out, 204, Map.of(), "");
          return true;
        });
  }

  @Test
  void aSystemThatDoesNotListPxeIsNotAsked() {
    bmc.systemJson = json -> json.replace("[\"None\",\"Pxe\"]", "[\"None\",\"Hdd\"]");
    assertProblem(
        system().setBootSourcePXE(),
        Cause.PXE_NOT_SUPPORTED,
        "BMC: /redfish/v1/Systems/1 offers no boot override to Pxe");
    assertThat(value(system().getSystemInfo()).pxeSupported()).isFalse();
  }

  @Test
  void clearingLeavesTheTargetAlone() {
    RedfishSystem system = system();
    value(system.setBootSourcePXE());
    value(system.clearBootOverride());
    value(system.clearBootOverride());
    assertThat(bodies())
        .containsExactly(FULL, "{\"Boot\":{\"BootSourceOverrideEnabled\":\"Disabled\"}}");
    assertThat(bmc.boot).containsEntry("BootSourceOverrideEnabled", "Disabled");
  }
}
