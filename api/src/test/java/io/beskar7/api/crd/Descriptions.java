package io.beskar7.api.crd;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;

/** What kubectl explain says where no Java field can carry it. */
final class Descriptions {
  private static final Map<String, String> KINDS =
      Map.of(
          "PhysicalHost", "A server that is managed through its BMC.",
          "Beskar7Machine",
              "A machine that is to become a node: claims a host and sees it provisioned.",
          "Beskar7MachineTemplate", "A template from which Cluster API makes Beskar7Machines.",
          "Beskar7Cluster", "The infrastructure of one cluster: its endpoint and its zones.",
          "Beskar7ClusterTemplate", "A template from which Cluster API makes Beskar7Clusters.",
          "ProvisioningRun", "One attempt at one host: its orders and its flight record.",
          "InspectionReport", "What a server said about itself in one run; never changed.");

  static final Map<String, String> CONDITION =
      Map.of(
          "type", "What the condition is about.",
          "status", "True, False or Unknown.",
          "reason", "One word for why, listed in docs/reasons.md.",
          "message", "Why, for people.",
          "lastTransitionTime", "When status last changed.",
          "observedGeneration", "The generation of the object the condition was made from.");

  private static final Properties FIELDS = load();

  private Descriptions() {}

  private static Properties load() {
    Properties fields = new Properties();
    try (InputStream in = Descriptions.class.getResourceAsStream("/descriptions.properties")) {
      fields.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fields;
  }

  /** For a field whose Java field says nothing; null where nobody says anything. */
  static String ofField(String parent, String field) {
    return FIELDS.getProperty(parent + "." + field, FIELDS.getProperty(field));
  }

  static String of(String kind) {
    String description = KINDS.get(kind);
    if (description == null) {
      throw new IllegalStateException("kind " + kind + " has no description");
    }
    return description;
  }
}
