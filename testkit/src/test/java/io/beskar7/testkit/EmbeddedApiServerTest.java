package io.beskar7.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.ResourceEventHandler;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedApiServerTest {
  private static final ResourceDefinitionContext HOSTS =
      new ResourceDefinitionContext.Builder()
          .withGroup("infrastructure.cluster.x-k8s.io")
          .withVersion("v1beta1")
          .withKind("PhysicalHost")
          .withPlural("physicalhosts")
          .withNamespaced(true)
          .build();

  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  @Test
  void aTestHasItsOwnNamespaceAndTheKindsOfTheRepository() {
    GenericKubernetesResource host = create("h1");

    assertThat(host.getMetadata().getNamespace()).isEqualTo(api.namespace());
    assertThat(host.getMetadata().getGeneration()).isEqualTo(1);
  }

  @Test
  void anInformerSeesEveryChangeOfAnObject() {
    List<String> seen = new CopyOnWriteArrayList<>();
    var informer =
        api.client()
            .genericKubernetesResources(HOSTS)
            .inNamespace(api.namespace())
            .inform(
                new ResourceEventHandler<>() {
                  @Override
                  public void onAdd(GenericKubernetesResource host) {
                    seen.add("add " + host.getMetadata().getName());
                  }

                  @Override
                  public void onUpdate(
                      GenericKubernetesResource old, GenericKubernetesResource host) {
                    seen.add("update " + host.getMetadata().getName());
                  }

                  @Override
                  public void onDelete(GenericKubernetesResource host, boolean unknown) {
                    seen.add("delete " + host.getMetadata().getName());
                  }
                });
    try (informer) {
      GenericKubernetesResource host = create("h1");
      await().untilAsserted(() -> assertThat(seen).containsExactly("add h1"));
      api.client()
          .resource(host)
          .edit(
              h -> {
                h.getMetadata().setLabels(java.util.Map.of("rack", "r1"));
                return h;
              });
      await().untilAsserted(() -> assertThat(seen).containsExactly("add h1", "update h1"));
      api.client().resource(host).delete();
      await()
          .untilAsserted(
              () -> assertThat(seen).containsExactly("add h1", "update h1", "delete h1"));
    }
  }

  @Test
  void aStaleUpdateIsAConflict() {
    GenericKubernetesResource host = create("h1");
    GenericKubernetesResource stale = Serialization.clone(host);
    host.getMetadata().setLabels(java.util.Map.of("rack", "r1"));
    api.client().resource(host).update();

    stale.getMetadata().setLabels(java.util.Map.of("rack", "r2"));
    assertThat(
            org.assertj.core.api.Assertions.catchThrowableOfType(
                KubernetesClientException.class, () -> api.client().resource(stale).update()))
        .extracting(KubernetesClientException::getCode)
        .isEqualTo(409);
  }

  @Test
  void clearTextOfASecretIsStoredAsData() {
    Secret secret =
        new SecretBuilder()
            .withNewMetadata()
            .withName("s")
            .withNamespace(api.namespace())
            .endMetadata()
            .addToStringData("username", "root")
            .build();

    Secret stored = api.client().resource(secret).create();

    assertThat(stored.getData()).containsEntry("username", "cm9vdA==");
  }

  private static GenericKubernetesResource create(String name) {
    String yaml =
        """
        apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
        kind: PhysicalHost
        metadata:
          name: %s
          namespace: %s
        spec:
          redfishConnection:
            address: https://127.0.0.1
            credentialsSecretRef: bmc
        """
            .formatted(name, api.namespace());
    GenericKubernetesResource host = Serialization.unmarshal(yaml, GenericKubernetesResource.class);
    return api.client().resource(host).create();
  }
}
