package io.beskar7.it.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.it.harness.Rack;
import io.beskar7.simulator.fleet.FleetConfig;
import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API answers to resources that do not fit their schema. */
class SchemaIT {
  private static final String GROUP = "infrastructure.cluster.x-k8s.io/v1beta1";

  private static Rack rack;

  @BeforeAll
  static void start(@TempDir Path directory) throws Exception {
    rack = Rack.start(directory, FleetConfig.of(1));
  }

  @AfterAll
  static void stop() throws Exception {
    rack.close();
  }

  @Test
  void anUnknownFieldIsRefusedUnderStrictWithItsPath() throws Exception {
    Answer answer = post("physicalhosts", "Strict", host("strict", "\"adress\": \"x\""));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .endsWith("strict decoding error: unknown field \"spec.redfishConnection.adress\"");
    assertThat(rack.host("strict")).isNull();
  }

  @Test
  void anUnknownFieldIsPrunedWithAWarningByDefaultAndSilentlyWhenIgnored() throws Exception {
    Answer warned = post("physicalhosts", "", host("warned", "\"adress\": \"x\""));
    assertThat(warned.status()).isEqualTo(201);
    assertThat(warned.warnings())
        .containsExactly("299 - \"unknown field \\\"spec.redfishConnection.adress\\\"\"");
    assertThat(warned.body()).doesNotContain("adress\":\"x");

    Answer ignored = post("physicalhosts", "Ignore", host("ignored", "\"adress\": \"x\""));
    assertThat(ignored.status()).isEqualTo(201);
    assertThat(ignored.warnings()).isEmpty();
  }

  @ParameterizedTest(name = "{1}: {2}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      textBlock =
          """
          physicalhosts ~ PhysicalHost ~ {"redfishConnection": {"address": 5}} ~ spec.redfishConnection.address: Invalid value: "integer": spec.redfishConnection.address in body must be of type string: "integer"
          physicalhosts ~ PhysicalHost ~ {"redfishConnection": {"address": "bmc:99x"}} ~ spec.redfishConnection.address: Invalid value: "bmc:99x": spec.redfishConnection.address in body should match '^(https?://)?([A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?(/[^\\s?#]*)?$'
          physicalhosts ~ PhysicalHost ~ {"redfishConnection": {}} ~ spec.redfishConnection.address: Required value
          physicalhosts ~ PhysicalHost ~ {} ~ spec.redfishConnection: Required value
          physicalhosts ~ PhysicalHost ~ {"redfishConnection": {"address": "bmc"}, "claimEpoch": -1} ~ spec.claimEpoch: Invalid value: -1: spec.claimEpoch in body should be greater than or equal to 0
          physicalhosts ~ PhysicalHost ~ {"redfishConnection": {"address": "bmc"}, "diskPolicy": "Shred"} ~ spec.diskPolicy: Unsupported value: "Shred": supported values: "keep"
          beskar7machines ~ Beskar7Machine ~ {"targetOSImageDigest": "md5:0"} ~ spec.targetOSImageDigest: Invalid value: "md5:0": spec.targetOSImageDigest in body should match '^sha256:[a-f0-9]{64}$'
          beskar7machines ~ Beskar7Machine ~ {"deployMode": "pxe"} ~ spec.deployMode: Unsupported value: "pxe": supported values: "image", "kexec"
          beskar7machines ~ Beskar7Machine ~ {"hardwareRequirements": {"cpu": {"cores": "many"}}} ~ spec.hardwareRequirements.cpu.cores: Invalid value: "string": spec.hardwareRequirements.cpu.cores in body must be of type integer: "string"
          beskar7clusters ~ Beskar7Cluster ~ {"controlPlaneEndpoint": {"host": "a", "port": 70000}} ~ spec.controlPlaneEndpoint.port: Invalid value: 70000: spec.controlPlaneEndpoint.port in body should be less than or equal to 65535
          beskar7machinetemplates ~ Beskar7MachineTemplate ~ {"template": {"spec": {"inspectionImage": "ftp://x"}}} ~ spec.template.spec.inspectionImage: Invalid value: "ftp://x": spec.template.spec.inspectionImage in body should match '^https?://[^\\s]+$'
          """)
  void whatDoesNotFitIsRefusedWithItsPathAndWhatIsAllowed(
      String plural, String kind, String spec, String expected) throws Exception {
    for (String mode : List.of("Strict", "Warn", "Ignore")) {
      Answer answer = post(plural, mode, resource(kind, "unfit", spec));
      assertThat(answer.message())
          .isEqualTo(
              "%s.infrastructure.cluster.x-k8s.io \"unfit\" is invalid: %s"
                  .formatted(kind, expected));
      assertThat(answer.status()).isEqualTo(422);
    }
  }

  @Test
  void whatIsNotJsonIsRefused() throws Exception {
    Answer answer = post("physicalhosts", "Strict", "{\"spec\": ");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message())
        .isEqualTo("the body of the request cannot be read: line 1, column 10 is not valid JSON");
  }

  private static String host(String name, String mistake) {
    return resource(
        "PhysicalHost", name, "{\"redfishConnection\": {\"address\": \"bmc\", " + mistake + "}}");
  }

  private static String resource(String kind, String name, String spec) {
    return "{\"apiVersion\": \"%s\", \"kind\": \"%s\", \"metadata\": {\"name\": \"%s\"}, \"spec\": %s}"
        .formatted(GROUP, kind, name, spec);
  }

  private static Answer post(String plural, String validation, String body) throws Exception {
    String uri =
        rack.client().getMasterUrl()
            + "apis/"
            + GROUP
            + "/namespaces/default/"
            + plural
            + (validation.isEmpty() ? "" : "?fieldValidation=" + validation);
    HttpClient http = rack.client().getHttpClient();
    HttpRequest request =
        http.newHttpRequestBuilder().uri(URI.create(uri)).post("application/json", body).build();
    HttpResponse<String> response = http.sendAsync(request, String.class).get(30, TimeUnit.SECONDS);
    return new Answer(response.code(), response.body(), response.headers("Warning"));
  }

  private record Answer(int status, String body, List<String> warnings) {
    String message() {
      return String.valueOf(Serialization.unmarshal(body, Map.class).get("message"));
    }
  }
}
