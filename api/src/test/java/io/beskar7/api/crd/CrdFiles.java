package io.beskar7.api.crd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterTemplate;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineTemplate;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.api.run.ProvisioningRun;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.crdv2.generator.CRDGenerator;
import io.fabric8.crdv2.generator.CRDPostProcessor;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The files below deploy/crds, made from the Java types. */
public final class CrdFiles {
  private static final String HEADER =
      "# Generated from the types of module api: see scripts/generate\n";

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(YAMLGenerator.Feature.SPLIT_LINES)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private static final List<Class<? extends HasMetadata>> KINDS =
      List.of(
          PhysicalHost.class,
          Beskar7Machine.class,
          Beskar7MachineTemplate.class,
          Beskar7Cluster.class,
          Beskar7ClusterTemplate.class,
          ProvisioningRun.class,
          InspectionReport.class);

  private CrdFiles() {}

  /** Content by file name. */
  public static SortedMap<String, String> generate() {
    SortedMap<String, String> files = new TreeMap<>();
    for (CustomResourceDefinition crd : definitions()) {
      files.put(crd.getMetadata().getName() + ".yaml", HEADER + yaml(crd));
    }
    return files;
  }

  /** The definitions as they are installed. */
  public static List<CustomResourceDefinition> definitions() {
    SortedMap<String, CustomResourceDefinition> byName = new TreeMap<>();
    CRDPostProcessor collect =
        new CRDPostProcessor() {
          @Override
          public HasMetadata process(HasMetadata crd, String crdSpecVersion) {
            byName.put(
                crd.getMetadata().getName(),
                CrdPolish.polish((CustomResourceDefinition) crd, columns(crd)));
            return crd;
          }
        };
    new CRDGenerator()
        .customResourceClasses(List.copyOf(KINDS))
        .forCRDVersions("v1")
        .withPostProcessor(collect)
        .withOutput(new Discard())
        .generate();
    return List.copyOf(byName.values());
  }

  /** In the order of the source: the generator sorts them. */
  private static List<String> columns(HasMetadata crd) {
    String kind = ((CustomResourceDefinition) crd).getSpec().getNames().getKind();
    return KINDS.stream()
        .filter(type -> type.getSimpleName().equals(kind))
        .flatMap(type -> Arrays.stream(type.getAnnotationsByType(AdditionalPrinterColumn.class)))
        .map(AdditionalPrinterColumn::name)
        .toList();
  }

  private static String yaml(CustomResourceDefinition crd) {
    try {
      return YAML.writeValueAsString(crd);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The generator insists on writing; what it writes is not polished yet. */
  private static final class Discard implements CRDGenerator.CRDOutput<ByteArrayOutputStream> {
    @Override
    public ByteArrayOutputStream outputFor(String crdName) {
      return new ByteArrayOutputStream();
    }

    @Override
    public void close() {}
  }
}
