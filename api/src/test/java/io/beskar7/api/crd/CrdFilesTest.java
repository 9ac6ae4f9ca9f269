package io.beskar7.api.crd;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What Cluster API and people with kubectl rely on. */
class CrdFilesTest {
  private static final Map<String, CustomResourceDefinition> KINDS =
      CrdFiles.definitions().stream()
          .collect(Collectors.toMap(crd -> crd.getSpec().getNames().getKind(), crd -> crd));
  private static final Set<String> READ_BY_CLUSTER_API =
      Set.of(
          "Beskar7Machine", "Beskar7MachineTemplate", "Beskar7Cluster", "Beskar7ClusterTemplate");

  private static JSONSchemaProps schema(CustomResourceDefinition crd) {
    return crd.getSpec().getVersions().getFirst().getSchema().getOpenAPIV3Schema();
  }

  private static JSONSchemaProps field(String kind, String... path) {
    JSONSchemaProps at = schema(KINDS.get(kind));
    for (String name : path) {
      at = at.getProperties().get(name);
    }
    return at;
  }

  private static void walk(
      String path, JSONSchemaProps schema, BiConsumer<String, JSONSchemaProps> visit) {
    schema
        .getProperties()
        .forEach(
            (name, property) -> {
              visit.accept(path + "." + name, property);
              walk(path + "." + name, property, visit);
            });
    if (schema.getItems() != null && schema.getItems().getSchema() != null) {
      walk(path, schema.getItems().getSchema(), visit);
    }
  }

  @Test
  void kindsOfClusterApiSayWhichVersionServesWhichContract() {
    assertThat(READ_BY_CLUSTER_API)
        .allSatisfy(
            kind ->
                assertThat(KINDS.get(kind).getMetadata().getLabels())
                    .containsEntry("cluster.x-k8s.io/v1beta1", "v1beta1")
                    .containsEntry("cluster.x-k8s.io/v1beta2", "v1beta1"));
  }

  @Test
  void hostsMoveBetweenClustersWithWhatTheyOwn() {
    assertThat(KINDS.get("PhysicalHost").getMetadata().getLabels())
        .containsEntry("clusterctl.cluster.x-k8s.io/move-hierarchy", "")
        .doesNotContainKey("cluster.x-k8s.io/v1beta2");
  }

  @Test
  void infrastructureServesTwoVersionsOfOneSchemaAndStoresTheFirst() {
    assertThat(KINDS.values())
        .filteredOn(crd -> crd.getSpec().getGroup().startsWith("infrastructure"))
        .hasSize(5)
        .allSatisfy(
            crd -> {
              List<CustomResourceDefinitionVersion> versions = crd.getSpec().getVersions();
              assertThat(versions)
                  .extracting(v -> v.getName() + " " + v.getServed() + " " + v.getStorage())
                  .containsExactly("v1beta1 true true", "v1beta2 true false");
              assertThat(versions.get(1).getSchema()).isEqualTo(versions.get(0).getSchema());
              assertThat(crd.getSpec().getConversion().getStrategy()).isEqualTo("None");
              assertThat(crd.getSpec().getNames().getCategories()).contains("cluster-api");
            });
  }

  @Test
  void everyKindNeedsASpec() {
    assertThat(KINDS.values())
        .allSatisfy(crd -> assertThat(schema(crd).getRequired()).contains("spec"));
  }

  @Test
  void whatHasAStatusHasItAsSubresource() {
    assertThat(KINDS.values())
        .filteredOn(crd -> schema(crd).getProperties().containsKey("status"))
        .extracting(crd -> crd.getSpec().getNames().getKind())
        .containsExactlyInAnyOrder(
            "PhysicalHost", "Beskar7Machine", "Beskar7Cluster", "ProvisioningRun");
    assertThat(KINDS.values())
        .filteredOn(crd -> schema(crd).getProperties().containsKey("status"))
        .allSatisfy(
            crd ->
                assertThat(crd.getSpec().getVersions())
                    .allSatisfy(v -> assertThat(v.getSubresources().getStatus()).isNotNull()));
  }

  @Test
  void conditionsAndFailureDomainsAreMapsByTheirKey() {
    JSONSchemaProps conditions = field("Beskar7Machine", "status", "conditions");
    assertThat(conditions.getXKubernetesListMapKeys()).containsExactly("type");
    assertThat(conditions.getItems().getSchema().getRequired())
        .containsExactlyInAnyOrder("type", "status", "reason", "message", "lastTransitionTime");
    JSONSchemaProps zones = field("Beskar7Cluster", "status", "failureDomains");
    assertThat(zones.getXKubernetesListMapKeys()).containsExactly("name");
    assertThat(zones.getItems().getSchema().getRequired()).contains("name");
  }

  @Test
  void anEndpointMayHaveAnEmptyHostButMustSaySomething() {
    JSONSchemaProps endpoint = field("Beskar7Cluster", "spec", "controlPlaneEndpoint");
    assertThat(endpoint.getMinProperties()).isEqualTo(1);
    assertThat(endpoint.getProperties().get("host").getMinLength()).isNull();
    assertThat(endpoint.getProperties().get("port").getMinimum()).isEqualTo(1.0);
  }

  @Test
  void theClaimEpochOnlyRisesWhereTheApiEvaluatesRules() {
    assertThat(field("PhysicalHost", "spec").getXKubernetesValidations())
        .extracting(rule -> rule.getMessage())
        .containsExactly("claimEpoch only rises", "a change of consumerRef raises claimEpoch");
  }

  @Test
  void columnsTellWhatAHostIsDoingSinceWhenAndForWhom() {
    assertThat(
            KINDS
                .get("PhysicalHost")
                .getSpec()
                .getVersions()
                .getFirst()
                .getAdditionalPrinterColumns())
        .extracting(column -> column.getName())
        .startsWith("State", "Since", "Consumer");
  }

  @Test
  void metadataIsLeftToTheApi() {
    assertThat(KINDS.values())
        .allSatisfy(
            crd ->
                assertThat(schema(crd).getProperties().get("metadata").getDescription()).isNull());
  }

  @Test
  void kubectlExplainSaysSomethingOfEveryField() {
    List<String> silent = new ArrayList<>();
    KINDS.forEach(
        (kind, crd) ->
            walk(
                kind,
                schema(crd),
                (path, property) -> {
                  if (property.getDescription() == null && !path.equals(kind + ".metadata")) {
                    silent.add(path);
                  }
                }));

    assertThat(silent)
        .as("fields without a description: add @JsonPropertyDescription, then run scripts/generate")
        .isEmpty();
  }
}
