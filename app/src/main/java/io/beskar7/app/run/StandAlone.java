package io.beskar7.app.run;

import io.beskar7.apiserver.EmbeddedApi;
import io.beskar7.app.config.BindAddress;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.config.Settings;
import io.beskar7.app.kube.CustomResources;
import io.beskar7.app.kube.KubeAccess;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** An embedded API and a manager that works on it, in one process. */
public final class StandAlone implements AutoCloseable {
  private final EmbeddedApi api;
  private final Manager manager;
  private final Closing closing;

  private StandAlone(EmbeddedApi api, Manager manager, Closing closing) {
    this.api = api;
    this.manager = manager;
    this.closing = closing;
  }

  /**
   * Starts everything; returns when all ports are served.
   *
   * @param resolver the configuration as far as it does not come from the API
   * @param keys a ConfigMap to create when there is none yet; may be empty
   * @throws IOException when another process uses the data directory, or a server cannot listen
   */
  public static StandAlone start(
      ConfigResolver resolver, Path dataDirectory, BindAddress apiAddress, Map<String, String> keys)
      throws IOException {
    Closing closing = new Closing();
    try {
      EmbeddedApi api = closing.add(embedded(dataDirectory, apiAddress));
      Config access = KubeAccess.fromFile(api.kubeconfig());
      prepare(access, resolver.resolve(Map.of()).get(ServerSettings.NAMESPACE), keys);
      Manager manager = closing.add(Manager.start(resolver, access));
      return new StandAlone(api, manager, closing);
    } catch (IOException | RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static EmbeddedApi embedded(Path dataDirectory, BindAddress address) throws IOException {
    String host = address.host().isEmpty() ? "0.0.0.0" : address.host();
    try {
      return EmbeddedApi.start(new EmbeddedApi.Config(dataDirectory, host, address.port()));
    } catch (IllegalStateException refused) {
      throw new IOException(refused.getMessage() + " (--data-dir, --api-bind-address)", refused);
    }
  }

  private static void prepare(Config access, String namespace, Map<String, String> keys) {
    try (KubernetesClient client = KubeAccess.client(access)) {
      CustomResources.install(client);
      if (client.namespaces().withName(namespace).get() == null) {
        client
            .namespaces()
            .resource(
                new NamespaceBuilder().withNewMetadata().withName(namespace).endMetadata().build())
            .create();
      }
      var configMap = client.configMaps().inNamespace(namespace).withName(Settings.CONFIG_MAP);
      if (!keys.isEmpty() && configMap.get() == null) {
        client
            .configMaps()
            .inNamespace(namespace)
            .resource(
                new ConfigMapBuilder()
                    .withNewMetadata()
                    .withName(Settings.CONFIG_MAP)
                    .endMetadata()
                    .withData(keys)
                    .build())
            .create();
      }
    }
  }

  public String apiUrl() {
    return api.url();
  }

  public Path kubeconfig() {
    return api.kubeconfig();
  }

  public Manager manager() {
    return manager;
  }

  @Override
  public void close() {
    closing.close();
  }
}
