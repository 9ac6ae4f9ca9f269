package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.boot.support.BootBed.Booting;
import io.beskar7.boot.support.LogLines;
import io.beskar7.boot.support.Rack;
import io.beskar7.boot.support.Reports;
import io.beskar7.testkit.EmbeddedApiServer;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest {
  private static final String UNAUTHORIZED = "401 {\"error\":\"unauthorized\"}";

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

  private static String said(HttpResponse<String> answer) {
    return answer.statusCode() + " " + answer.body();
  }

  private HttpResponse<String> overTls(String method, String path, String... headers) {
    var request =
        bed.agent()
            .request("https", path)
            .method(
                method,
                method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    HttpClient client = Agent.trusting(bed.server().caPem());
    return Agent.send(client, request.build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"inspection", "provisioned", "provision-failed", "phone-home"})
  void aTokenInClearIsRefusedBeforeItIsRead(String what) {
    Booting host = bed.booting("clear-" + what);
    Agent.Booted agent = bed.boot(host);
    String path = "/api/v1/" + what + "/" + bed.namespace + "/clear-" + what;

    assertThat(said(bed.agent().postInClear(path, agent.token(), Reports.V42)))
        .isEqualTo("403 {\"error\":\"use https: tokens do not travel in clear\"}");
    assertThat(bed.rack.look(host.run()).getStatus().verdict).isNull();
  }

  @Test
  void whereItIsAllowedATokenInClearWorksAndTheScriptSaysHttp() {
    bed.close();
    bed = new BootBed(API, settings -> settings.withInsecureInspection(true));
    Booting host = bed.booting("allowed");
    Agent.Booted agent = bed.boot(host);

    assertThat(agent.parameters().get("beskar7.api")).startsWith("http://");
    String path = "/api/v1/inspection/" + bed.namespace + "/allowed";
    assertThat(bed.agent().postInClear(path, agent.token(), Reports.V42).statusCode())
        .isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer short",
        "Basic dXNlcjpwdw==",
        "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void whoHasNoTokenOfTheRunIsUnauthorizedAndLearnsNothing(String header) {
    bed.boot(bed.booting("guarded"));
    String path = "/api/v1/inspection/" + bed.namespace + "/guarded";

    HttpResponse<String> answer =
        header.isEmpty() ? overTls("POST", path) : overTls("POST", path, "Authorization", header);

    assertThat(said(answer)).isEqualTo(UNAUTHORIZED);
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isEmpty();
  }

  @Test
  void theSchemeMayBeWrittenInAnyCase() {
    Agent.Booted agent = bed.boot(bed.booting("case"));
    String path = "/api/v1/inspection/" + bed.namespace + "/case";

    assertThat(overTls("POST", path, "Authorization", "bEARER " + agent.token()).statusCode())
        .isEqualTo(202);
  }

  @Test
  void aTokenOfAnotherHostAnotherNamespaceOrAnEarlierRunIsRefused() {
    Booting a = bed.booting("host-a");
    Booting b = bed.booting("host-b");
    Agent.Booted agent = bed.boot(a);
    bed.boot(b);

    String report = "/api/v1/inspection/";
    assertThat(said(agent.postTo(report + bed.namespace + "/host-b", Reports.V42)))
        .isEqualTo(UNAUTHORIZED);
    assertThat(said(agent.postTo(report + "default/host-a", Reports.V42))).isEqualTo(UNAUTHORIZED);
    assertThat(said(agent.postTo(report + bed.namespace + "/nobody", Reports.V42)))
        .isEqualTo(UNAUTHORIZED);

    bed.rack.close(a.run(), RunOutcome.FAILED, "InspectionTimeout");
    ProvisioningRun next = bed.rack.run(a.host(), 2, orders -> {});
    bed.rack.booting(a.host(), next);
    bed.scriptWhen("mac=" + a.mac(), "kernel ");
    assertThat(said(agent.report(Reports.V42))).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/boot, 405",
    "GET, /api/v1/inspection/ns/host, 405",
    "POST, /api/v1/bootstrap/ns/host, 405",
    "PUT, /api/v1/provisioned/ns/host, 405",
    "GET, /api/v1/phone-home/ns/host, 405",
    "GET, /, 404",
    "GET, /api/v1, 404",
    "GET, /api/v1/boot/ns/host/nonce, 404",
    "POST, /api/v1/inspection/ns, 404",
    "POST, /api/v1/inspection/ns/host/more, 404",
    "POST, /api/v1/inspection/NS/host, 404",
    "POST, /api/v1/inspection/ns/.., 404",
    "GET, /artifacts/vmlinuz, 404",
    "GET, /healthz, 200"
  })
  void methodsAndPathsAreHeldTo(String method, String path, int status) {
    assertThat(overTls(method, path).statusCode()).isEqualTo(status);
  }

  @Test
  void clearHttpAndTlsShareThePort() {
    assertThat(said(bed.agent().get("/healthz"))).isEqualTo("200 ok");
    assertThat(said(overTls("GET", "/healthz"))).isEqualTo("200 ok");
  }

  @Test
  void headersAreBounded() {
    assertThat(overTls("GET", "/healthz", "X-Long", "x".repeat(9_000)).statusCode()).isEqualTo(431);
  }

  @Test
  void moreRequestsAtOnceThanAllowedAreTurnedAway() {
    bed.close();
    bed =
        new BootBed(
            API,
            settings ->
                new BootSettings(
                    settings.bind(), null, List.of(), settings.namespace(), false, null, 1));
    Booting host = bed.booting("crowded");
    Agent.Booted agent = bed.boot(host);
    bed.faults.overtakeNextStatusWrite(
        () -> {
          HttpResponse<String> second = bed.agent().get("/healthz");
          assertThat(said(second))
              .isEqualTo("503 {\"error\":\"too many requests at once, try again\"}");
        });

    assertThat(agent.report(Reports.V42).statusCode()).isEqualTo(202);
  }

  @Test
  void neitherTokensNorBootstrapDataNorQueriesAreLogged() {
    try (LogLines lines = LogLines.capture()) {
      Booting host = bed.booting("quiet");
      Agent.Booted agent = bed.boot(host);
      agent.report(Reports.V42);
      agent.bootstrap();
      agent.post("phone-home", "{}");
      agent.report("broken");

      assertThat(lines.all())
          .anyMatch(line -> line.contains("path=\"/api/v1/bootstrap/" + bed.namespace + "/quiet\""))
          .noneMatch(line -> line.contains(agent.token()))
          .noneMatch(line -> line.contains("join-token"))
          .noneMatch(line -> line.contains("mac="));
      assertThat(Rack.BOOTSTRAP).contains("join-token");
    }
  }
}
