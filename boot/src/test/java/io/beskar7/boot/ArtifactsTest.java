package io.beskar7.boot;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.run.Milestones;
import io.beskar7.boot.support.Agent;
import io.beskar7.boot.support.BootBed;
import io.beskar7.boot.support.BootBed.Booting;
import io.beskar7.testkit.EmbeddedApiServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest {
  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  @TempDir Path folder;

  private BootBed bed;

  @BeforeEach
  void start() throws IOException {
    Path served = Files.createDirectories(folder.resolve("served/inspector"));
    Files.writeString(served.resolve("vmlinuz"), "0123456789");
    Files.writeString(served.resolve("initrd.img"), "initrd");
    Files.writeString(folder.resolve("secret"), "not served");
    bed = new BootBed(API, settings -> settings.withArtifacts(folder.resolve("served")));
  }

  @AfterEach
  void stop() {
    bed.close();
  }

  @Test
  void filesAreServedInClearWholeAndInRanges() {
    HttpResponse<String> whole = bed.agent().get("/artifacts/inspector/vmlinuz");
    assertThat(whole.statusCode() + " " + whole.body()).isEqualTo("200 0123456789");
    assertThat(whole.headers().firstValue("Content-Length")).hasValue("10");

    HttpResponse<String> part =
        Agent.send(
            HttpClient.newHttpClient(),
            bed.agent()
                .request("http", "/artifacts/inspector/vmlinuz")
                .header("Range", "bytes=4-6")
                .build());
    assertThat(part.statusCode() + " " + part.body()).isEqualTo("206 456");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/artifacts/../secret",
        "/artifacts/%2e%2e/secret",
        "/artifacts/inspector/..%2f..%2f..%2fsecret",
        "/run-artifacts/a/b/../../../secret",
        "/run-artifacts/a/b/%2e%2e/secret",
        "/artifacts/",
        "/artifacts/inspector/",
        "/artifacts/nothing"
      })
  void nothingElseIsServedAndNothingIsListed(String path) {
    HttpResponse<String> answer = bed.agent().get(path);

    assertThat(answer.statusCode()).isBetween(400, 404);
    assertThat(answer.body()).doesNotContain("not served").doesNotContain("vmlinuz");
  }

  @Test
  void anInspectionImageOfOursIsFetchedByThePathOfItsRunAndRecorded() {
    String base = "http://127.0.0.1:" + bed.server().port();
    Booting host = bed.booting("fetching", o -> o.inspectionImage = base + "/artifacts/inspector");
    String script = bed.scriptWhen("mac=" + host.mac(), "kernel ");
    String below = base + "/run-artifacts/" + bed.namespace + "/fetching-1-1/inspector/";
    assertThat(script)
        .contains("kernel " + below + "vmlinuz ")
        .contains("initrd " + below + "initrd.img\n");

    HttpResponse<String> kernel = bed.agent().get(below.substring(base.length()) + "vmlinuz");

    assertThat(kernel.statusCode() + " " + kernel.body()).isEqualTo("200 0123456789");
    Milestones passed = bed.rack.look(host.run()).getStatus().milestones;
    assertThat(passed.kernelServedAt).isNotNull();
    assertThat(passed.initrdServedAt).isNull();
    assertThat(bed.agent().get(below.substring(base.length()) + "initrd.img").body())
        .isEqualTo("initrd");
    assertThat(bed.rack.look(host.run()).getStatus().milestones.initrdServedAt).isNotNull();
  }

  @Test
  void aFileIsServedEvenWhenItsFetchCannotBeRecorded() {
    Booting host = bed.booting("offline");
    bed.boot(host);
    bed.faults.failEverything(true);

    assertThat(
            bed.agent()
                .get("/run-artifacts/" + bed.namespace + "/offline-1-1/inspector/vmlinuz")
                .statusCode())
        .isEqualTo(200);
  }
}
