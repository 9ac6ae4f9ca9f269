package io.beskar7.app.kube;

import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Our kinds, as they are shipped with this build. */
public final class CustomResources {
  static final List<String> FILES =
      List.of(
          "beskar7clusters.infrastructure.cluster.x-k8s.io.yaml",
          "beskar7clustertemplates.infrastructure.cluster.x-k8s.io.yaml",
          "beskar7machines.infrastructure.cluster.x-k8s.io.yaml",
          "beskar7machinetemplates.infrastructure.cluster.x-k8s.io.yaml",
          "inspectionreports.beskar7.io.yaml",
          "physicalhosts.infrastructure.cluster.x-k8s.io.yaml",
          "provisioningruns.beskar7.io.yaml");
  private static final long PATIENCE_SECONDS = 30;

  private CustomResources() {}

  /** Creates or updates all definitions; returns when each is served. */
  public static void install(KubernetesClient client) {
    for (String file : FILES) {
      install(client, read(file));
    }
    for (String file : FILES) {
      client
          .apiextensions()
          .v1()
          .customResourceDefinitions()
          .withName(file.substring(0, file.length() - ".yaml".length()))
          .waitUntilCondition(CustomResources::isEstablished, PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static void install(KubernetesClient client, CustomResourceDefinition wanted) {
    var definitions = client.apiextensions().v1().customResourceDefinitions();
    CustomResourceDefinition present = definitions.withName(wanted.getMetadata().getName()).get();
    if (present == null) {
      definitions.resource(wanted).create();
      return;
    }
    present.setSpec(wanted.getSpec());
    definitions.resource(present).update();
  }

  private static boolean isEstablished(CustomResourceDefinition definition) {
    return definition != null
        && definition.getStatus() != null
        && definition.getStatus().getConditions() != null
        && definition.getStatus().getConditions().stream()
            .anyMatch(c -> "Established".equals(c.getType()) && "True".equals(c.getStatus()));
  }

  private static CustomResourceDefinition read(String file) {
    try (InputStream in =
        CustomResources.class.getResourceAsStream("/io/beskar7/app/crds/" + file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing from this build");
      }
      return Serialization.unmarshal(in, CustomResourceDefinition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
