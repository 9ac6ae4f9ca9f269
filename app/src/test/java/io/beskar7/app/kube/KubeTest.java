package io.beskar7.app.kube;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubeTest {

  @ParameterizedTest
  @CsvSource({
    "/api/v1/namespaces/default/secrets/a, secrets",
    "/api/v1/namespaces/default/secrets, secrets",
    "/api/v1/namespaces/default, namespaces",
    "/api/v1/namespaces, namespaces",
    "/apis/beskar7.io/v1alpha1/namespaces/n/provisioningruns/r/status, provisioningruns/status",
    "/apis/beskar7.io/v1alpha1/provisioningruns, provisioningruns",
    "/apis/apiextensions.k8s.io/v1/customresourcedefinitions/x.y, customresourcedefinitions",
    "/api, discovery",
    "/apis/beskar7.io/v1alpha1, discovery",
    "/openapi/v3, discovery"
  })
  void aRequestIsCountedUnderItsResource(String path, String resource) {
    assertThat(ApiCalls.resource(path)).isEqualTo(resource);
  }

  @Test
  void everyDefinitionOfTheRepositoryIsShipped() throws IOException {
    Path directory = Path.of(System.getProperty("beskar7.root"), "deploy", "crds");
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(CustomResources.FILES).isEqualTo(names);
    }
    for (String file : CustomResources.FILES) {
      assertThat(CustomResources.class.getResource("/io/beskar7/app/crds/" + file))
          .as(file)
          .isNotNull();
    }
  }
}
