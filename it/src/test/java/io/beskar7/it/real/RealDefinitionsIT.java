package io.beskar7.it.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beskar7.testkit.TestApi;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionCondition;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Our definitions in the eyes of a real kube-apiserver and of kubectl. */
@ExtendWith(RealApi.class)
class RealDefinitionsIT {
  @TempDir Path cache;

  @Test
  void areEstablishedAndStructural(TestApi api) {
    try (KubernetesClient client = api.newClient()) {
      List<CustomResourceDefinition> ours =
          client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
              .filter(crd -> crd.getMetadata().getName().contains("beskar7"))
              .toList();
      assertThat(ours).hasSize(6);
      for (CustomResourceDefinition definition : ours) {
        assertThat(definition.getStatus().getConditions())
            .as(definition.getMetadata().getName())
            .filteredOn(condition -> condition.getStatus().equals("True"))
            .extracting(CustomResourceDefinitionCondition::getType)
            .containsExactlyInAnyOrder("NamesAccepted", "Established");
      }
    }
  }

  @Test
  void areAcceptedWithoutAWarning(TestApi api) throws Exception {
    String root = System.getProperty("beskar7.root");
    String applied =
        kubectl(
            api,
            "apply",
            "--server-side",
            "--force-conflicts",
            "--dry-run=server",
            "--warnings-as-errors",
            "-f",
            Path.of(root, "deploy", "crds").toString());
    assertThat(applied)
        .contains("physicalhosts.infrastructure.cluster.x-k8s.io serverside-applied");
    assertThat(applied).doesNotContain("Warning");
  }

  @Test
  void explainEveryFieldAUserWrites(TestApi api) throws Exception {
    assertThat(kubectl(api, "explain", "physicalhost.spec"))
        .contains("redfishConnection", "bootMACAddresses", "FIELDS:");
    assertThat(kubectl(api, "explain", "b7m.spec.bootstrap.dataSecretName"))
        .contains("FIELD: dataSecretName <string>", "DESCRIPTION:");
  }

  private String kubectl(TestApi api, String... arguments) throws Exception {
    Path binary = Path.of(System.getenv("KUBEBUILDER_ASSETS"), "kubectl");
    assumeTrue(Files.isExecutable(binary), "no kubectl in KUBEBUILDER_ASSETS");
    List<String> command = new ArrayList<>(List.of(binary.toString()));
    command.addAll(List.of("--kubeconfig", api.kubeconfig().toString()));
    command.addAll(List.of("--cache-dir", cache.toString()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(() -> command + "\n" + output).isZero();
    return output;
  }
}
