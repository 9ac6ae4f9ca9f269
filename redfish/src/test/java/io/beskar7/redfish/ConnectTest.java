package io.beskar7.redfish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConnectTest extends Fixture {
  private static final String ROOT = "GET /redfish/v1/";
  private static final String SESSIONS = "POST /redfish/v1/SessionService/Sessions";

  @Test
  void aClosedPortIsUnreachable() throws IOException {
    bmc.close();

    assertProblem(
        connect(), Cause.UNREACHABLE, "BMC: it refuses the connection (GET /redfish/v1/)");
    assertThat(pace.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aNameThatCannotBeResolvedIsUnreachable() {
    Target target = new Target(URI.create("https://bmc.invalid"), "admin", FakeBmc.PASSWORD, TRUST);

    assertProblem(
        redfish.connect(target, LoginGate.OPEN, pace),
        Cause.UNREACHABLE,
        "https://bmc.invalid: its name cannot be resolved (GET /redfish/v1/)");
  }

  @Test
  void aCertificateOfAnUnknownCaIsNotTrusted() {
    assertTls(
        TestPki.GOOD, new Trust.SystemRoots(), "its certificate is not signed by a trusted CA");
  }

  @Test
  void aCertificateOfAnotherCaIsNotTrusted() {
    assertTls(
        TestPki.GOOD,
        new Trust.CaBundle(TestPki.OTHER_ADDRESS.pem()),
        "its certificate is not signed by a trusted CA");
  }

  @Test
  void aCertificateForAnotherAddressIsNotTrusted() {
    assertTls(
        TestPki.OTHER_ADDRESS,
        new Trust.CaBundle(TestPki.OTHER_ADDRESS.pem()),
        "its certificate is not made out to this address");
  }

  @Test
  void anExpiredCertificateIsNotTrusted() {
    assertTls(
        TestPki.EXPIRED, new Trust.CaBundle(TestPki.EXPIRED.pem()), "its certificate has expired");
  }

  @Test
  void aCaBundleWithoutCertificateIsSaidSo() {
    assertTls(
        TestPki.GOOD,
        new Trust.CaBundle("nothing"),
        "the CA bundle holds no certificate that can be read");
  }

  @Test
  void insecureTrustTakesAnyCertificate() throws IOException {
    try (FakeBmc other = new FakeBmc(TestPki.OTHER_ADDRESS)) {
      Target target = new Target(other.address(), "admin", FakeBmc.PASSWORD, new Trust.Insecure());
      value(redfish.connect(target, LoginGate.OPEN, pace));
    }
  }

  private void assertTls(TestPki pki, Trust trust, String seen) {
    try (FakeBmc other = new FakeBmc(pki)) {
      Target target = new Target(other.address(), "admin", FakeBmc.PASSWORD, trust);
      assertThat(redfish.connect(target, LoginGate.OPEN, pace))
          .isEqualTo(
              Result.failed(
                  Cause.TLS_NOT_TRUSTED, other.address() + ": " + seen + " (GET /redfish/v1/)"));
      assertThat(other.server.lines()).isEmpty();
      assertThat(pace.pauses).isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsUnreachable() throws IOException {
    try (FakeServer clear = new FakeServer(null, (seen, out, socket) -> false)) {
      URI address = URI.create(clear.address().toString().replace("http:", "https:"));
      Target target = new Target(address, "admin", FakeBmc.PASSWORD, TRUST);
      assertThat(redfish.connect(target, LoginGate.OPEN, pace))
          .isEqualTo(
              Result.failed(
                  Cause.UNREACHABLE, address + ": the TLS handshake failed (GET /redfish/v1/)"));
    }
  }

  @Test
  void aServerThatNeverAcceptsEndsWithTheTimeout() throws IOException {
    settings = quick();
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
      URI address = URI.create("https://127.0.0.1:" + silent.getLocalPort());
      Target target = new Target(address, "admin", FakeBmc.PASSWORD, TRUST);
      Problem problem = problem(redfish.connect(target, LoginGate.OPEN, pace));
      assertThat(problem.cause()).isIn(Cause.TIMEOUT, Cause.UNREACHABLE);
    }
  }

  private static RedfishSettings quick() {
    return new RedfishSettings(
        Duration.ofMillis(300),
        Duration.ofMillis(300),
        1,
        Duration.ofSeconds(1),
        Duration.ofSeconds(9),
        Duration.ofSeconds(9),
        Duration.ofSeconds(9),
        1 << 20);
  }

  @Test
  void anAddressWithAUserIsRefusedWithoutRepeatingIt() {
    Target target = new Target(URI.create("https://me:pw@bmc"), "admin", "x", TRUST);

    assertProblem(
        redfish.connect(target, LoginGate.OPEN, pace),
        Cause.NOT_REDFISH,
        "the BMC address must be https://HOST[:PORT][/PREFIX], without a user");
  }

  @Test
  void aWebServerIsNotRedfish() {
    bmc.rule(ROOT, 200, "<html>hello</html>");
    assertProblem(
        connect(),
        Cause.NOT_REDFISH,
        "BMC: there is no Redfish service (GET /redfish/v1/ answered no JSON object)");
    bmc.rule(ROOT, 404, "");
    assertProblem(
        connect(),
        Cause.NOT_REDFISH,
        "BMC: there is no Redfish service (GET /redfish/v1/ answered 404)");
    bmc.rule(ROOT, 200, "{\"hello\":1}");
    assertProblem(
        connect(),
        Cause.NOT_REDFISH,
        "BMC: there is no Redfish service (the answer has neither RedfishVersion nor Systems)");
  }

  @Test
  void brokenJsonIsTriedAgainAndThenUnexpected() {
    bmc.rule(ROOT, 200, "{\"RedfishVersion\": \"1.");
    assertProblem(connect(), Cause.UNEXPECTED_ANSWER, "BMC: GET /redfish/v1/ answered broken JSON");
    assertThat(bmc.count(ROOT)).isEqualTo(3);
  }

  @Test
  void aStartingBmcIsNotReady() {
    bmc.rule(
        ROOT,
        503,
        """
        {"error":{"code":"Base.1.12.GeneralError","@Message.ExtendedInfo":
          {"MessageId":"IDRAC.2.8.SWC0700","Message":"iDRAC is not ready"}}}""");
    assertProblem(connect(), Cause.NOT_READY, "BMC: GET /redfish/v1/ answered 503 (SWC0700)");
    assertThat(pace.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
  }

  @Test
  void aWrongPasswordIsShownOnce() {
    bmc.rule(SESSIONS, 401, "");
    assertProblem(connect(), Cause.CREDENTIALS_REFUSED, "BMC: the login of user admin was refused");
    assertThat(bmc.count(SESSIONS)).isEqualTo(1);
    assertThat(bmc.server.seen()).noneMatch(seen -> seen.headers().containsKey("Authorization"));
  }

  @Test
  void aWrongPasswordThatIsAnsweredWith400IsShownOnce() {
    bmc.rule(
        SESSIONS,
        400,
        "{\"error\":{\"@Message.ExtendedInfo\":"
            + "[{\"MessageId\":\"iLO.2.14.UnauthorizedLoginAttempt\"}]}}");
    CountingGate gate = new CountingGate();
    assertProblem(
        redfish.connect(target(), gate, pace),
        Cause.CREDENTIALS_REFUSED,
        "BMC: the login of user admin was refused");
    assertThat(gate.said).containsExactly("admit", "refused");
    assertThat(bmc.server.seen()).noneMatch(seen -> seen.headers().containsKey("Authorization"));
  }

  @Test
  void aServiceWithoutSessionsIsAskedWithBasic() {
    bmc.rule(SESSIONS, 405, "");
    value(client().system(null, pace).getSystemInfo());
    assertThat(bmc.server.seen().getLast().headers())
        .containsEntry("Authorization", "Basic YWRtaW46czNjcmV0LXBhNTU=");
  }

  @Test
  void aServiceThatNamesNoSessionsIsNotAskedForOne() {
    bmc.rule(
        ROOT,
        200,
        "{\"RedfishVersion\":\"1.0\",\"Systems\":{\"@odata.id\":\"/redfish/v1/Systems\"}}");
    value(client().system(null, pace).getSystemInfo());
    assertThat(bmc.count(SESSIONS)).isZero();
  }

  @Test
  void aWrongPasswordWithBasicIsShownOnce() {
    bmc.rule(SESSIONS, 404, "");
    bmc.rule("GET /redfish/v1/Systems", 401, "");
    assertProblem(connect(), Cause.CREDENTIALS_REFUSED, "BMC: the login of user admin was refused");
    assertThat(bmc.count("GET /redfish/v1/Systems")).isEqualTo(1);
  }

  @Test
  void aPasswordThatIsRefusedLaterWithBasicCountsOnce() {
    bmc.rule(SESSIONS, 404, "");
    CountingGate gate = new CountingGate();
    RedfishSystem system = value(redfish.connect(target(), gate, pace)).system(null, pace);
    bmc.rule("GET " + FakeBmc.SYSTEM, 401, "");
    assertProblem(
        system.getPowerState(),
        Cause.CREDENTIALS_REFUSED,
        "BMC: the login of user admin was refused");
    assertThat(bmc.count("GET " + FakeBmc.SYSTEM)).isEqualTo(1);
    assertThat(gate.said)
        .containsExactly("admit", "not judged", "admit", "accepted", "admit", "refused");
  }

  @Test
  void aTokenThatCannotBeSentBackIsNone() {
    bmc.rule(SESSIONS, FakeBmc.fixed(201, Map.of("X-Auth-Token", "a b\u0001"), "{}"));
    value(client().system(null, pace).getSystemInfo());
    assertThat(bmc.server.seen().getLast().headers()).containsKey("Authorization");
  }

  @Test
  void whereSessionsAreUsedUpBasicServes() {
    bmc.rule(SESSIONS, 503, "{\"error\":{\"code\":\"IDRAC.2.1.RAC0218\"}}");
    value(client().system(null, pace).getSystemInfo());
    assertThat(bmc.count(SESSIONS)).isEqualTo(1);
  }

  @Test
  void aPasswordThatMustBeChangedIsSaidSo() {
    bmc.rule(
        SESSIONS,
        403,
        "{\"error\":{\"@Message.ExtendedInfo\":[{\"MessageId\":\"Base.1.13.PasswordChangeRequired\","
            + "\"MessageArgs\":[\"/redfish/v1/AccountService/Accounts/1\"]}]}}");
    assertProblem(
        connect(),
        Cause.PASSWORD_CHANGE_REQUIRED,
        "BMC: POST /redfish/v1/SessionService/Sessions answered 403 (PasswordChangeRequired)");
  }

  @Test
  void aRootBehindALoginLeadsToTheStandardUris() {
    bmc.rule(ROOT, 401, "");
    value(client().system(null, pace).getSystemInfo());
  }

  @Test
  void aLoginIsNotRedirected() {
    bmc.rule(
        SESSIONS,
        FakeBmc.fixed(307, Map.of("Location", "/redfish/v1/SessionService/Sessions/"), ""));
    client();
    assertThat(bmc.server.lines()).doesNotContain("POST /redfish/v1/SessionService/Sessions/");
  }

  @Test
  void aGateThatIsClosedKeepsThePasswordBack() {
    Problem closed = new Problem(Cause.LOGIN_BLOCKED, "closed");
    LoginGate gate =
        new LoginGate() {
          @Override
          public Optional<Problem> admit() {
            return Optional.of(closed);
          }

          @Override
          public void accepted() {}

          @Override
          public void refused() {}

          @Override
          public void notJudged() {}
        };
    assertThat(problem(redfish.connect(target(), gate, pace))).isEqualTo(closed);
    assertThat(bmc.server.lines()).containsExactly(ROOT);
  }

  @Test
  void aRootPrefixIsPutBeforeEveryUri() {
    bmc.server.answerer(
        (seen, out, socket) -> {
          FakeServer.Seen inner =
              new FakeServer.Seen(
                  seen.method(),
                  seen.path().replaceFirst("^/rack-1", ""),
                  seen.headers(),
                  seen.body());
          return bmc.answer(inner, out, socket);
        });
    Target target =
        new Target(URI.create(bmc.address() + "/rack-1/"), "admin", FakeBmc.PASSWORD, TRUST);
    value(value(redfish.connect(target, LoginGate.OPEN, pace)).system(null, pace).getSystemInfo());
    assertThat(bmc.server.lines()).allMatch(line -> line.contains(" /rack-1/redfish/v1/"));
  }
}
