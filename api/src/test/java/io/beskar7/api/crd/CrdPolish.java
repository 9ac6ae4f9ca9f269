package io.beskar7.api.crd;

import io.beskar7.api.common.Groups;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionBuilder;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersionBuilder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the generator cannot know: the contract of Cluster API and the served versions. */
final class CrdPolish {
  private static final String SECOND_VERSION = "v1beta2";

  private CrdPolish() {}

  static CustomResourceDefinition polish(CustomResourceDefinition generated, List<String> columns) {
    boolean infrastructure = generated.getSpec().getGroup().equals(Groups.INFRASTRUCTURE);
    List<CustomResourceDefinitionVersion> versions = new ArrayList<>();
    for (CustomResourceDefinitionVersion version : generated.getSpec().getVersions()) {
      SchemaPolish.polish(version.getSchema().getOpenAPIV3Schema(), generated);
      version
          .getAdditionalPrinterColumns()
          .sort(Comparator.comparing(column -> columns.indexOf(column.getName())));
      versions.add(version);
      if (infrastructure) {
        versions.add(alsoServedAs(version));
      }
    }
    return new CustomResourceDefinitionBuilder(generated)
        .editMetadata()
        .withLabels(labels(generated.getSpec().getNames().getKind(), infrastructure))
        .endMetadata()
        .editSpec()
        .withVersions(versions)
        .withNewConversion()
        .withStrategy("None")
        .endConversion()
        .editNames()
        .withCategories(infrastructure ? List.of("cluster-api", "beskar7") : List.of("beskar7"))
        .endNames()
        .endSpec()
        .build();
  }

  /** One schema, two names (Cluster API users write either). */
  private static CustomResourceDefinitionVersion alsoServedAs(
      CustomResourceDefinitionVersion stored) {
    return new CustomResourceDefinitionVersionBuilder(stored)
        .withName(SECOND_VERSION)
        .withStorage(false)
        .build();
  }

  private static Map<String, String> labels(String kind, boolean infrastructure) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("cluster.x-k8s.io/provider", "infrastructure-beskar7");
    if (kind.equals("PhysicalHost")) {
      // Hosts are in no Cluster's chain of owners: clusterctl move takes them, and what they own.
      labels.put("clusterctl.cluster.x-k8s.io/move-hierarchy", "");
    } else if (infrastructure) {
      // Which of our versions serves which contract; both are served by the stored one.
      labels.put("cluster.x-k8s.io/v1beta1", Groups.INFRASTRUCTURE_VERSION);
      labels.put("cluster.x-k8s.io/v1beta2", Groups.INFRASTRUCTURE_VERSION);
    }
    return labels;
  }
}
