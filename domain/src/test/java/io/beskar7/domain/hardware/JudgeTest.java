package io.beskar7.domain.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeTest {
  private static final String UUID_A = "4c4c4544-0039-4d10-8056-b4c04f4a3732";
  private static final String UUID_B = "11223344-5566-7788-99aa-bbccddeeff00";

  private static Identity identity(String uuid, String serial, String... macs) {
    return new Identity(uuid, serial, List.of(macs));
  }

  @Test
  void aSharedMacProvesTheServerWhateverElseDiffers() {
    assertThat(
            identity(UUID_A, "S1", "02-AA-00-00-00-01")
                .compare(identity(UUID_B, "S2", "02:aa:00:00:00:01", "02:aa:00:00:00:02")))
        .isEqualTo(new Sameness.Same());
  }

  @Test
  void anotherUuidIsAnotherServer() {
    assertThat(identity(UUID_A, "S1").compare(identity(UUID_B, "S1")))
        .isEqualTo(new Sameness.Different("UUID", UUID_A, UUID_B));
  }

  @Test
  void aUuidInTheOtherByteOrderIsTheSame() {
    assertThat(
            identity(UUID_A, null).compare(identity("44454C4C-3900-104D-8056-B4C04F4A3732", null)))
        .isEqualTo(new Sameness.Same());
  }

  @Test
  void macsWithNoneInCommonAreOfTwoServers() {
    assertThat(
            identity(null, null, "02:00:00:00:00:01")
                .compare(identity(null, null, "02:00:00:00:00:02")))
        .isInstanceOf(Sameness.Different.class);
  }

  @Test
  void theSerialNumberDecidesOnlyWhereNothingElseDoes() {
    assertThat(identity(UUID_A, "BOARD").compare(identity(UUID_A, "TAG")))
        .isEqualTo(new Sameness.Same());
    assertThat(identity(null, "s1").compare(identity(null, "S1 "))).isEqualTo(new Sameness.Same());
    assertThat(identity(null, "S1").compare(identity(null, "S2")))
        .isInstanceOf(Sameness.Different.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-0cc47a000001",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "03000200-0400-0500-0006-000700080009",
        "not a uuid",
        ""
      })
  void aPlaceholderUuidSaysNothing(String placeholder) {
    assertThat(identity(UUID_A, null).compare(identity(placeholder, null)))
        .isEqualTo(new Sameness.Unknown());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "   ",
        "....................",
        "01234567890123456789AB",
        "0123456789",
        "To be filled by O.E.M.",
        "0000000"
      })
  void aPlaceholderSerialSaysNothing(String placeholder) {
    assertThat(identity(null, "S1").compare(identity(null, placeholder)))
        .isEqualTo(new Sameness.Unknown());
  }

  @ParameterizedTest
  @CsvSource({"Not Available", "''", "00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "01:00:5e:00:00:01"})
  void whatIsNoMacIsDropped(String mac) {
    assertThat(identity(null, null, mac).macs()).isEmpty();
  }

  @Test
  void anotherServerIsWrongEvenWhenItFits() {
    Judgement judgement =
        Judge.judge(identity(UUID_A, null), HardwareRequirements.NONE, facts(UUID_B, 4));

    assertThat(judgement)
        .isEqualTo(
            new Judgement.WrongMachine(
                "another server answered than the one behind the BMC: by its BMC the host has UUID "
                    + UUID_A
                    + ", the report says "
                    + UUID_B));
  }

  @Test
  void theRightServerIsRejectedForWhatItLacksAndElseAccepted() {
    HardwareRequirements eight = HardwareRequirements.builder().minCPUCores(8).build();

    assertThat(Judge.judge(identity(UUID_A, null), eight, facts(UUID_A, 4)))
        .isEqualTo(new Judgement.Rejected(List.of(new Misfit("minCPUCores", "at least 8", "4"))));
    assertThat(Judge.judge(identity(UUID_A, null), eight, facts(UUID_A, 8)))
        .isEqualTo(new Judgement.Accepted());
    assertThat(Judge.judge(Identity.UNKNOWN, eight, facts(UUID_A, 8)))
        .isEqualTo(new Judgement.Accepted());
  }

  private static HardwareFacts facts(String uuid, int cores) {
    return new HardwareFacts(cores, null, null, null, null, null, null, identity(uuid, null));
  }
}
