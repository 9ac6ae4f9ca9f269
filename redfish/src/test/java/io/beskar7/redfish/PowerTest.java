package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest extends Fixture {
  private static final String READ = "GET " + FakeBmc.SYSTEM;
  private static final String RESET = "POST " + FakeBmc.RESET;

  @Test
  void anAnswerThatIsLostIsDecidedByReadingBack() {
    RedfishSystem system = system();
    bmc.once(
        RESET,
        (seen, out, socket) -> {
          bmc.power = "Off";
          return FakeBmc.reset(socket);
        });
    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
    assertThat(bmc.count(RESET)).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsLostWithoutEffectIsNotSentAgain() {
    RedfishSystem system = system();
    bmc.rule(RESET, (seen, out, socket) -> FakeBmc.reset(socket));
    assertProblem(
        system.setPowerState(PowerRequest.FORCE_OFF),
        Cause.POWER_NOT_CONFIRMED,
        "BMC: the BMC gave no answer to ForceOff, then PowerState stayed On instead of OFF");
    assertThat(bmc.count(RESET)).isEqualTo(1);
  }

  @Test
  void anAnswerThatIsLostWithTheBmcIsUnknown() {
    RedfishSystem system = system();
    bmc.rule(
        RESET,
        (seen, out, socket) -> {
          bmc.rule(READ, 503, "");
          return FakeBmc.reset(socket);
        });
    assertProblem(
        system.setPowerState(PowerRequest.FORCE_OFF),
        Cause.OUTCOME_UNKNOWN,
        "BMC: the BMC gave no answer to ForceOff, then the power state could not be read:"
            + " BMC: GET /redfish/v1/Systems/1 answered 503");
    assertThat(bmc.count(RESET)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 202, 204, 500, 503})
  void anAnswerThatLiesIsFoundOut(int status) {
    RedfishSystem system = system();
    bmc.rule(RESET, status, "{}");
    Problem problem = problem(system.setPowerState(PowerRequest.FORCE_OFF));
    assertThat(problem.cause()).isEqualTo(Cause.POWER_NOT_CONFIRMED);
    assertThat(problem.message())
        .isEqualTo(
            "BMC: the BMC "
                + (status < 300 ? "accepted ForceOff" : "answered " + status + " to ForceOff")
                + ", then PowerState stayed On instead of OFF");
    assertThat(bmc.count(RESET)).isEqualTo(1);
    assertThat(pace.pauses)
        .startsWith(
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
  }

  @Test
  void slowPowerIsWaitedForOverPassingTrouble() {
    RedfishSystem system = system();
    bmc.rule(
        RESET,
        (seen, out, socket) -> {
          bmc.power = "PoweringOff";
          FakeServer.write(out, 204, Map.of(), "");
          return true;
        });
    bmc.once(READ, (seen, out, socket) -> bmc.normal(seen, out));
    bmc.once(READ, (seen, out, socket) -> bmc.normal(seen, out));
    bmc.once(READ, 503, "");
    bmc.once(
        READ,
        (seen, out, socket) -> {
          bmc.power = "Off";
          return bmc.normal(seen, out);
        });
    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
  }

  @Test
  void aRefusalOfWhatIsDoneAlreadyIsSuccess() {
    RedfishSystem system = system();
    bmc.once(
        RESET,
        (seen, out, socket) -> {
          bmc.power = "Off";
          FakeServer.write(out, 409, Map.of(), "");
          return true;
        });
    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
  }

  @Test
  void aRefusalIsToldWithTheStateThatStays() {
    RedfishSystem system = system();
    bmc.rule(RESET, 400, "{\"error\":{\"code\":\"Base.1.8.ActionParameterNotSupported\"}}");
    assertProblem(
        system.setPowerState(PowerRequest.FORCE_OFF),
        Cause.UNEXPECTED_ANSWER,
        "BMC: POST /redfish/v1/Systems/1/Actions/ComputerSystem.Reset answered 400"
            + " (ActionParameterNotSupported), and PowerState is On");
  }

  @Test
  void aWriteWithoutSessionIsNotRepeatedByItself() {
    RedfishClient client = client();
    RedfishSystem system = client.system(null, pace);
    bmc.once(RESET, 401, "");
    assertProblem(
        system.setPowerState(PowerRequest.FORCE_OFF),
        Cause.SESSION_LOST,
        "BMC: the login was no longer good when a change was asked for");
    assertThat(bmc.count("POST /redfish/v1/SessionService/Sessions")).isEqualTo(1);

    value(client.login(pace));
    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
  }

  @Test
  void theReadBeforeAWriteDoesNotLogInAnewEither() {
    RedfishSystem system = system();
    value(system.getPowerState());
    bmc.loseSessions();
    assertThat(problem(system.setPowerState(PowerRequest.FORCE_OFF)).cause())
        .isEqualTo(Cause.SESSION_LOST);
    assertThat(problem(system.setBootSourcePXE()).cause()).isEqualTo(Cause.SESSION_LOST);
    assertThat(problem(system.clearBootOverride()).cause()).isEqualTo(Cause.SESSION_LOST);
    assertThat(bmc.count("POST /redfish/v1/SessionService/Sessions")).isEqualTo(1);
  }

  @Test
  void theReadsAfterAWriteMayLogInAnew() {
    RedfishSystem system = system();
    bmc.rule(
        RESET,
        (seen, out, socket) -> {
          bmc.loseSessions();
          return bmc.normal(
              new FakeServer.Seen(
                  seen.method(), seen.path(), Map.of("X-Auth-Token", "lost"), seen.body()),
              out);
        });
    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
    assertThat(bmc.count("POST /redfish/v1/SessionService/Sessions")).isEqualTo(2);
  }

  @Test
  void aTaskThatFailsEndsTheWait() {
    RedfishSystem system = system();
    bmc.rule(
        RESET,
        FakeBmc.fixed(202, Map.of("Location", "/redfish/v1/TaskService/TaskMonitors/7"), ""));
    bmc.rule("GET /redfish/v1/TaskService/TaskMonitors/7", 200, "{\"TaskState\":\"Exception\"}");
    assertProblem(
        system.setPowerState(PowerRequest.FORCE_OFF),
        Cause.POWER_NOT_CONFIRMED,
        "BMC: the BMC accepted ForceOff, then PowerState stayed On instead of OFF"
            + " (its task ended as Exception)");
    assertThat(pace.pauses).isEmpty();
  }

  @Test
  void aTaskThatIsGoneProvesNothing() {
    RedfishSystem system = system();
    bmc.rule(
        RESET,
        FakeBmc.fixed(202, Map.of("Location", "/redfish/v1/TaskService/TaskMonitors/7"), ""));
    bmc.rule(
        "GET /redfish/v1/TaskService/TaskMonitors/7",
        (seen, out, socket) -> {
          bmc.power = "Off";
          FakeServer.write(out, 404, Map.of(), "");
          return true;
        });
    assertThat(value(system.setPowerState(PowerRequest.FORCE_OFF))).isEqualTo(Power.OFF);
    assertThat(bmc.count("GET /redfish/v1/TaskService/TaskMonitors/7")).isEqualTo(1);
  }

  @Test
  void actionInfoTellsWhatTheActionTakes() {
    bmc.systemJson =
        json ->
            json.replaceAll(
                "\"ResetType@Redfish.AllowableValues\":\\[[^]]*]",
                "\"@Redfish.ActionInfo\":\"/redfish/v1/Systems/1/ResetActionInfo\"");
    bmc.rule(
        "GET /redfish/v1/Systems/1/ResetActionInfo",
        200,
        "{\"Parameters\":[{\"Name\":\"ResetType\",\"AllowableValues\":[\"Off\",\"On\"]}]}");
    bmc.rule(
        RESET,
        (seen, out, socket) -> {
          bmc.power = "Off";
          FakeServer.write(out, 200, Map.of(), "{}");
          return true;
        });
    value(system().setPowerState(PowerRequest.FORCE_OFF));
    assertThat(
            bmc.server.seen().stream()
                .filter(seen -> seen.line().equals(RESET))
                .map(FakeServer.Seen::body))
        .containsExactly("{\"ResetType\":\"Off\"}");
  }

  @Test
  void aSystemWithoutResetActionIsSaidSo() {
    bmc.systemJson = json -> "{\"PowerState\":\"On\"}";
    assertProblem(
        system().setPowerState(PowerRequest.FORCE_OFF),
        Cause.RESET_NOT_SUPPORTED,
        "BMC: /redfish/v1/Systems/1 has no action ComputerSystem.Reset");
  }

  @Test
  void aGracefulOffThatNeverEndsIsForced() {
    RedfishSystem system = system();
    bmc.once(RESET, 204, "");
    assertThat(value(system.setPowerState(PowerRequest.OFF))).isEqualTo(Power.OFF);
    assertThat(
            bmc.server.seen().stream()
                .filter(seen -> seen.line().equals(RESET))
                .map(FakeServer.Seen::body))
        .containsExactly("{\"ResetType\":\"GracefulShutdown\"}", "{\"ResetType\":\"ForceOff\"}");
  }

  @Test
  void aSystemThatIsPoweringOnIsOnlyWaitedFor() {
    bmc.power = "PoweringOn";
    bmc.once(READ, (seen, out, socket) -> bmc.normal(seen, out));
    bmc.once(
        READ,
        (seen, out, socket) -> {
          bmc.power = "On";
          return bmc.normal(seen, out);
        });
    assertThat(value(system().setPowerState(PowerRequest.ON))).isEqualTo(Power.ON);
    assertThat(bmc.count(RESET)).isZero();
  }

  @Test
  void anAwaitedStateThatDoesNotComeIsNotConfirmed() {
    bmc.power = "Off";
    assertProblem(
        system().awaitPower(Power.ON),
        Cause.POWER_NOT_CONFIRMED,
        "BMC: PowerState stayed Off instead of ON");
    assertThat(bmc.count(RESET)).isZero();
  }

  @Test
  void aResetTellsWhetherItWasWitnessed() {
    assertThat(value(system().reset())).isEqualTo(new Restart(false));
    bmc.power = "Off";
    assertThat(value(system().reset())).isEqualTo(new Restart(true));
    assertThat(bmc.power).isEqualTo("On");
  }
}
