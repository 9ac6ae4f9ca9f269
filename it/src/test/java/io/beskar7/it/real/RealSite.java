package io.beskar7.it.real;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.config.Settings;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.app.run.Manager;
import io.beskar7.it.harness.Site;
import io.beskar7.testkit.TestApi;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Two new namespaces of a real API: one of the user, one of the product, which runs on it as {@code
 * beskar7 manager} does. What is left in them goes when the site is closed.
 */
final class RealSite implements Site {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final TestApi api;
  private final String namespace;
  private final String own;

  RealSite(TestApi api) {
    this.api = api;
    int number = COUNT.incrementAndGet();
    this.namespace = "rack-" + number;
    this.own = "beskar7-system-" + number;
    try (KubernetesClient client = api.newClient()) {
      create(client, namespace);
      create(client, own);
    }
  }

  @Override
  public String namespace() {
    return namespace;
  }

  @Override
  public Product start(Map<String, String> flags, Map<String, String> keys) throws IOException {
    try (KubernetesClient client = api.newClient()) {
      client
          .configMaps()
          .inNamespace(own)
          .resource(
              new ConfigMapBuilder()
                  .withNewMetadata()
                  .withName(Settings.CONFIG_MAP)
                  .endMetadata()
                  .withData(keys)
                  .build())
          .createOr(present -> present.update());
    }
    return new Managed(
        api.kubeconfig(),
        Manager.start(
            new ConfigResolver(flags, Map.of("POD_NAMESPACE", own)),
            KubeAccess.fromFile(api.kubeconfig())));
  }

  /** One rack at a time uses the API: what is there of our kinds is of this one. */
  @Override
  public void close() {
    try (KubernetesClient client = api.newClient()) {
      for (Class<? extends HasMetadata> kind :
          List.of(
              Beskar7Machine.class,
              PhysicalHost.class,
              Beskar7Cluster.class,
              ProvisioningRun.class)) {
        remove(client, kind);
      }
      List.of(namespace, own).forEach(name -> client.namespaces().withName(name).delete());
    }
  }

  /** No product runs that would take its finalizers off. */
  private static <T extends HasMetadata> void remove(KubernetesClient client, Class<T> kind) {
    for (T left : client.resources(kind).inAnyNamespace().list().getItems()) {
      client
          .resource(left)
          .patch(PatchContext.of(PatchType.JSON_MERGE), "{\"metadata\":{\"finalizers\":null}}");
      client.resource(left).delete();
    }
  }

  private static void create(KubernetesClient client, String namespace) {
    client
        .resource(
            new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
        .create();
  }

  private record Managed(Path kubeconfig, Manager manager) implements Product {
    @Override
    public void close() {
      manager.close();
    }
  }
}
