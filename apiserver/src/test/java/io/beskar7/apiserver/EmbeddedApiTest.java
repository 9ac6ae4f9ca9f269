package io.beskar7.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedApiTest {
  private static final int TOGETHER = 24;

  @TempDir Path directory;
  private EmbeddedApi api;
  private KubernetesClient client;

  @BeforeEach
  void start() {
    api = EmbeddedApi.start(EmbeddedApi.Config.in(directory));
    client = client(true);
  }

  @AfterEach
  void stop() {
    client.close();
    api.close();
  }

  private KubernetesClient client(boolean withToken) {
    ConfigBuilder config =
        new ConfigBuilder(Config.fromKubeconfig(api.kubeconfig().toFile()))
            .withOnlyHttpWatches(true)
            .withRequestRetryBackoffLimit(0);
    if (!withToken) {
      config.withOauthToken("wrong").withAutoOAuthToken("wrong");
    }
    return new KubernetesClientBuilder()
        .withHttpClientFactory(new JdkHttpClientFactory())
        .withConfig(config.build())
        .build();
  }

  @Test
  void objectsUidsAndCredentialsOutliveARestart() {
    ConfigMap made = client.resource(settings("a")).create();
    client.close();
    String ca = api.caCertificatePem();
    api.close();
    api = EmbeddedApi.start(EmbeddedApi.Config.in(directory));
    client = client(true);

    ConfigMap found = client.configMaps().inNamespace("default").withName("a").get();
    assertThat(found).isEqualTo(made);
    assertThat(api.caCertificatePem()).isEqualTo(ca);
    assertThat(client.resource(settings("b")).create().getMetadata().getResourceVersion())
        .satisfies(
            version ->
                assertThat(Long.parseLong(version))
                    .isGreaterThan(Long.parseLong(made.getMetadata().getResourceVersion())));
  }

  @Test
  void aSecondServerOnOneDataDirectoryIsRefused() {
    assertThatThrownBy(() -> EmbeddedApi.start(EmbeddedApi.Config.in(directory)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("data directory " + directory + " is in use by another server");
  }

  @Test
  void keysKubeconfigAndStateAreReadableByTheirOwnerAlone() throws Exception {
    List<String> files =
        List.of(
            "kubeconfig",
            "pki/ca.key",
            "pki/admin.token",
            "state.db",
            "state.db-wal",
            "state.db-shm");
    for (String file : files) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
  }

  @Test
  void strangersSeeHealthAndVersionOnly() throws Exception {
    try (KubernetesClient stranger = client(false)) {
      assertThat(send(stranger, "GET", "/readyz", "", "").code()).isEqualTo(200);
      assertThat(send(stranger, "GET", "/version", "", "").code()).isEqualTo(200);
      HttpResponse<byte[]> refused = send(stranger, "GET", "/api/v1/secrets", "", "");
      assertThat(refused.code()).isEqualTo(401);
      assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
          .contains("\"reason\":\"Unauthorized\"");
    }
  }

  @Test
  void applyCborAndUnknownFormsAreRefusedWithAStatus() throws Exception {
    client.resource(settings("a")).create();
    String one = "/api/v1/namespaces/default/configmaps/a";
    assertThat(send(client, "PATCH", one, "application/apply-patch+yaml", "a: b").code())
        .isEqualTo(415);
    assertThat(send(client, "PUT", one, "application/cbor", "x").code()).isEqualTo(415);
    assertThat(send(client, "PUT", one, "application/json", "[1").code()).isEqualTo(400);
  }

  @Test
  void bodiesAndObjectsHaveALimit() throws Exception {
    String all = "/api/v1/namespaces/default/configmaps";
    String body = "{\"metadata\":{\"name\":\"big\"},\"data\":{\"a\":\"%s\"}}";
    assertThat(
            send(client, "POST", all, "application/json", body.formatted("x".repeat(2 << 20)))
                .code())
        .isEqualTo(413);
    assertThat(
            send(client, "POST", all, "application/json", body.formatted("x".repeat(4 << 20)))
                .code())
        .isEqualTo(413);
  }

  @Test
  void aYamlBodyIsAsGoodAsJson() throws Exception {
    String yaml = "metadata:\n  name: y\ndata:\n  a: b\n";
    assertThat(
            send(client, "POST", "/api/v1/namespaces/default/configmaps", "application/yaml", yaml)
                .code())
        .isEqualTo(201);
    assertThat(client.configMaps().inNamespace("default").withName("y").get().getData())
        .containsEntry("a", "b");
  }

  @Test
  void aReadAfterAnAcknowledgedWriteSeesIt() {
    ConfigMap object = client.resource(settings("a")).create();
    for (int i = 0; i < 50; i++) {
      object.getData().put("n", "" + i);
      object = client.resource(object).update();
      assertThat(client.configMaps().inNamespace("default").withName("a").get()).isEqualTo(object);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/merge-patch+json|{\"data\":{\"k%d\":\"v\"}}",
        "application/strategic-merge-patch+json|{\"data\":{\"k%d\":\"v\"}}",
        "application/json-patch+json" + "|[{\"op\":\"add\",\"path\":\"/data/k%d\",\"value\":\"v\"}]"
      })
  void patchesThatNameNoVersionAllSucceedTogether(String type, String patch) throws Exception {
    client.resource(settings("a")).create();
    assertThat(together(type, i -> patch.formatted(i))).containsOnly(200);
    assertThat(client.configMaps().inNamespace("default").withName("a").get().getData())
        .hasSize(TOGETHER + 1);
  }

  @Test
  void ofPatchesThatNameOneVersionOneSucceeds() throws Exception {
    String version = client.resource(settings("a")).create().getMetadata().getResourceVersion();
    String patch = "{\"metadata\":{\"resourceVersion\":\"%s\"},\"data\":{\"k\":\"v%d\"}}";
    assertThat(together("application/merge-patch+json", i -> patch.formatted(version, i)))
        .containsOnly(200, 409)
        .containsOnlyOnce(200);
  }

  private List<Integer> together(String type, IntFunction<String> patch) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Integer>> sent = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < TOGETHER; i++) {
        String body = patch.apply(i);
        sent.add(
            threads.submit(
                () -> {
                  go.await();
                  String one = "/api/v1/namespaces/default/configmaps/a";
                  return send(client, "PATCH", one, type, body).code();
                }));
      }
      go.countDown();
    }
    List<Integer> codes = new ArrayList<>();
    for (Future<Integer> one : sent) {
      codes.add(one.get());
    }
    return codes;
  }

  private static ConfigMap settings(String name) {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withName(name)
        .withNamespace("default")
        .endMetadata()
        .addToData("k", "v")
        .build();
  }

  private static HttpResponse<byte[]> send(
      KubernetesClient client, String method, String path, String type, String body)
      throws Exception {
    HttpRequest.Builder request =
        client
            .getHttpClient()
            .newHttpRequestBuilder()
            .uri(client.getMasterUrl().toString().replaceAll("/$", "") + path);
    if (!method.equals("GET")) {
      request.method(method, type, body);
    }
    return client
        .getHttpClient()
        .sendAsync(request.build(), byte[].class)
        .get(20, TimeUnit.SECONDS);
  }
}
