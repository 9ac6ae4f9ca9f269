package io.beskar7.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.kube.CustomResources;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.testkit.TestApi;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceValidation;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /readyz} of a whole manager says. */
class ManagerReadinessTest {
  private static final String SYSTEM = "beskar7-system";
  private static final String GROUP = "infrastructure.cluster.x-k8s.io";

  private static final Map<String, String> FLAGS =
      Map.of(
          "--metrics-bind-address", "127.0.0.1:0",
          "--health-probe-bind-address", "127.0.0.1:0",
          "--boot-bind-address", "127.0.0.1:0",
          "--leader-elect-lease-duration", "6s",
          "--leader-elect-renew-deadline", "4s",
          "--leader-elect-retry-period", "200ms");

  @TempDir Path directory;
  private TestApi api;
  private KubernetesClient client;

  @BeforeEach
  void open() throws Exception {
    api = TestApi.start(directory);
    client = api.newClient();
    CustomResources.install(client);
    client
        .resource(new NamespaceBuilder().withNewMetadata().withName(SYSTEM).endMetadata().build())
        .create();
  }

  @AfterEach
  void close() {
    client.close();
    api.close();
  }

  @Test
  void aLeaderIsReadyOnceItsReconcilersRunAndAFollowerStandsBy() throws Exception {
    try (Manager leader = manager()) {
      awaitReadyz(leader, 200)
          .startsWith("ok\nleader: true\nholder: ")
          .contains("[+]servers ok", "[+]boot ok", "[+]api ok", "[+]reconcilers ok\n");
      try (Manager follower = manager()) {
        awaitReadyz(follower, 200)
            .startsWith("ok\nleader: false\nholder: ")
            .contains("[+]reconcilers ok: standing by");
        assertThat(holder(follower)).isEqualTo(holder(leader));
      }
    }
  }

  @Test
  void aStartThatFailsIsNamedAndIsTriedAgain() throws Exception {
    var clusters =
        client
            .apiextensions()
            .v1()
            .customResourceDefinitions()
            .withName("beskar7clusters." + GROUP);
    var definition = clusters.get();
    clusters.delete();
    Awaitility.await().until(() -> clusters.get() == null);
    try (Manager manager = manager()) {
      Awaitility.await()
          .atMost(Duration.ofMinutes(1))
          .untilAsserted(
              () ->
                  assertThat(readyz(manager).body())
                      .startsWith("not ready\n")
                      .contains("[-]reconcilers failed: could not start: ", "beskar7clusters"));

      definition.getMetadata().setResourceVersion(null);
      definition.getMetadata().setUid(null);
      definition.setStatus(null);
      client.resource(definition).create();
      awaitReadyz(manager, 200).contains("leader: true", "[+]reconcilers ok\n");
    }
  }

  @Test
  void aWatchThatEndedForGoodIsNamedWithItsCause() throws Exception {
    try (Manager manager = manager()) {
      awaitReadyz(manager, 200).contains("leader: true");
      allowAnyState();
      client.resource(host()).create();
      client
          .genericKubernetesResources(GROUP + "/v1beta1", "PhysicalHost")
          .inNamespace(SYSTEM)
          .withName("odd")
          .subresource("status")
          .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"status\":{\"state\":\"Levitating\"}}");

      awaitReadyz(manager, 503)
          .contains("[-]reconcilers failed: the watch of PhysicalHost has ended: ", "Levitating");
    }
  }

  @Test
  void aProcessThatDoesNotReachTheApiIsNotReady() throws Exception {
    try (Manager leader = manager();
        Manager follower = manager()) {
      awaitReadyz(leader, 200);
      awaitReadyz(follower, 200);
      api.close();

      awaitReadyz(follower, 503)
          .containsPattern("\\[-]api failed: unable to (acquire|renew) lease: ");
      awaitReadyz(leader, 503)
          .containsPattern("\\[-]api failed: unable to (acquire|renew) lease: ");
    }
  }

  /** As a newer version of the definitions might. */
  private void allowAnyState() {
    client
        .apiextensions()
        .v1()
        .customResourceDefinitions()
        .withName("physicalhosts." + GROUP)
        .edit(
            definition -> {
              definition
                  .getSpec()
                  .getVersions()
                  .forEach(version -> stateOf(version.getSchema()).setEnum(null));
              return definition;
            });
  }

  private static JSONSchemaProps stateOf(CustomResourceValidation schema) {
    return schema.getOpenAPIV3Schema().getProperties().get("status").getProperties().get("state");
  }

  private static PhysicalHost host() {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withNamespace(SYSTEM).withName("odd").build());
    PhysicalHostSpec spec = new PhysicalHostSpec();
    spec.redfishConnection = new RedfishConnection();
    spec.redfishConnection.address = "https://127.0.0.1:1";
    spec.redfishConnection.credentialsSecretRef = "absent";
    host.setSpec(spec);
    return host;
  }

  private Manager manager() throws Exception {
    return Manager.start(
        new ConfigResolver(FLAGS, Map.of()), KubeAccess.fromFile(api.kubeconfig()));
  }

  private static String holder(Manager manager) throws Exception {
    return readyz(manager).body().lines().filter(l -> l.startsWith("holder: ")).findFirst().get();
  }

  private static AbstractStringAssert<?> awaitReadyz(Manager manager, int status) {
    HttpResponse<String> answer =
        Awaitility.await()
            .atMost(Duration.ofMinutes(1))
            .until(() -> readyz(manager), now -> now.statusCode() == status);
    return assertThat(answer.body());
  }

  private static HttpResponse<String> readyz(Manager manager) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + manager.healthPort() + "/readyz");
      return http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }
}
