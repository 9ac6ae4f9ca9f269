package io.beskar7.boot.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Applies examples as users would: strictly, so that an unknown field is refused, then their status
 * too. Pages with more examples are read from the folder that BESKAR7_SPEC names. HostPool is a
 * kind of a later version and is left out.
 */
class ExamplesTest {
  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  @Test
  void ourExamplesApplyAsWritten() throws IOException {
    Path folder =
        Path.of(System.getProperty("beskar7.root"), "api", "src", "test", "resources", "examples");

    List<Example> examples = Examples.ofFiles(folder);

    assertThat(examples).hasSize(8);
    applyAll(examples);
  }

  @Test
  void everyExampleOfTheSpecAppliesAsWritten() throws IOException {
    String folder = System.getProperty("beskar7.spec", System.getenv("BESKAR7_SPEC"));
    assumeTrue(
        folder != null,
        "BESKAR7_SPEC is not set: it must name the folder of the pages whose examples are applied");

    List<Example> examples = Examples.ofPages(Path.of(folder));

    assertThat(examples).hasSizeGreaterThanOrEqualTo(6);
    applyAll(examples);
  }

  @Test
  void anUnknownFieldIsRefusedWithItsPath() {
    Map<String, Object> connection = new LinkedHashMap<>(Map.of("address", "x", "adress", "y"));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("spec", new LinkedHashMap<>(Map.of("redfishConnection", connection)));
    Example typo =
        new Example("here", content)
            .completed("PhysicalHost", "infrastructure.cluster.x-k8s.io/v1beta1", "typo");

    assertThatThrownBy(() -> create(typo))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("unknown field \"spec.redfishConnection.adress\"");
  }

  private void applyAll(List<Example> examples) {
    for (Example example : examples) {
      Example told = zonesAsList(example);
      Map<String, Object> created = create(told);
      assertThat(created.get("spec"))
          .as("spec of %s", example)
          .isEqualTo(example.content().get("spec"));
      if (told.hasStatus()) {
        putStatus(told, created);
      }
    }
  }

  /**
   * The one departure: failureDomains, shown as a map by zone, is a list of names, since that is
   * what Cluster API reads. The map is refused with its path; users never write it.
   */
  private Example zonesAsList(Example example) {
    if (example.hasStatus() && status(example).get("failureDomains") instanceof Map<?, ?> zones) {
      assertThatThrownBy(() -> create(example))
          .hasMessageContaining("status.failureDomains." + zones.keySet().iterator().next());
      List<Object> list = new ArrayList<>();
      zones.forEach((name, zone) -> list.add(with(Map.of("name", name), zone)));
      Map<String, Object> content = new LinkedHashMap<>(example.content());
      content.put("status", with(Map.of(), status(example)));
      status(new Example(example.where(), content)).put("failureDomains", list);
      return new Example(example.where(), content);
    }
    return example;
  }

  @SuppressWarnings("unchecked") // YAML maps have string keys here
  private static Map<String, Object> status(Example example) {
    return (Map<String, Object>) example.content().get("status");
  }

  private Map<String, Object> create(Example example) {
    String path = example.path(API.namespace()) + "?fieldValidation=Strict";
    return read(API.client().raw(path, "POST", example.content()), example);
  }

  private void putStatus(Example example, Map<String, Object> created) {
    Map<String, Object> status = completed(status(example));
    created.put("status", status);
    String path =
        example.path(API.namespace()) + "/" + example.name() + "/status?fieldValidation=Strict";
    Map<String, Object> written = read(API.client().raw(path, "PUT", created), example);
    assertThat(written.get("status")).as("status of %s", example).isEqualTo(status);
  }

  /** Pages show conditions in short: a message and a time are filled in. */
  private static Map<String, Object> completed(Map<String, Object> shown) {
    Map<String, Object> status = with(Map.of(), shown);
    if (status.get("conditions") instanceof List<?> conditions) {
      Map<String, Object> rest =
          Map.of("message", "", "lastTransitionTime", "2026-01-01T00:00:00Z");
      status.put(
          "conditions", conditions.stream().map(condition -> with(rest, condition)).toList());
    }
    return status;
  }

  private static Map<String, Object> with(Map<String, ?> fallback, Object told) {
    Map<String, Object> whole = new LinkedHashMap<>(fallback);
    ((Map<?, ?>) told).forEach((key, value) -> whole.put((String) key, value));
    return whole;
  }

  @SuppressWarnings("unchecked") // JSON objects have string keys
  private static Map<String, Object> read(String json, Example example) {
    assertThat(json).as("answer for %s", example).isNotNull();
    return Serialization.unmarshal(json, Map.class);
  }
}
