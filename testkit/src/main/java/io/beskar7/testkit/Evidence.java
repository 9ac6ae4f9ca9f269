package io.beskar7.testkit;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a failed test leaves behind: its custom resources and events. Secrets are not shown. */
final class Evidence {
  private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

  private final KubernetesClient client;

  Evidence(KubernetesClient client) {
    this.client = client;
  }

  void log(String namespace) {
    client.apiextensions().v1().customResourceDefinitions().list().getItems().stream()
        .filter(definition -> definition.getSpec().getScope().equals("Namespaced"))
        .forEach(definition -> resources(definition, namespace));
    client
        .v1()
        .events()
        .inNamespace(namespace)
        .list()
        .getItems()
        .forEach(
            event ->
                LOG.atError()
                    .addKeyValue("object", event.getInvolvedObject().getName())
                    .addKeyValue("type", event.getType())
                    .addKeyValue("reason", event.getReason())
                    .addKeyValue("message", event.getMessage())
                    .log("event at failure"));
  }

  private void resources(CustomResourceDefinition definition, String namespace) {
    var context = CustomResourceDefinitionContext.fromCrd(definition);
    for (GenericKubernetesResource resource :
        client.genericKubernetesResources(context).inNamespace(namespace).list().getItems()) {
      LOG.atError()
          .addKeyValue("kind", resource.getKind())
          .addKeyValue("yaml", "\n" + Serialization.asYaml(resource))
          .log("resource at failure");
    }
  }
}
