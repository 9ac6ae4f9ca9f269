package io.beskar7.app.run;

import io.beskar7.app.config.BindAddress;
import io.beskar7.app.config.Config;
import io.beskar7.app.config.ConfigException;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.config.ElectionSettings;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.config.Setting;
import io.beskar7.app.config.Settings;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles the configuration: first what needs no API, then with the ConfigMap. */
public final class ConfigLoader {
  private static final Logger log = LoggerFactory.getLogger(ConfigLoader.class);

  private ConfigLoader() {}

  /**
   * From flags and environment alone; what cannot work is refused before anything starts.
   *
   * @throws ConfigException with every problem
   */
  public static Config early(ConfigResolver resolver) {
    Config config = resolver.resolve(Map.of());
    if (!config.get(ElectionSettings.LEADER_ELECT)) {
      throw new ConfigException(
          List.of(
              "--leader-elect is \"false\": must be true, because BMCs are not yet fenced between"
                  + " active replicas, and two of them could work on one BMC"));
    }
    refuseCollisions(config);
    return config;
  }

  /** With the ConfigMap of the API; warnings go to the log. */
  public static Config full(ConfigResolver resolver, KubernetesClient client) {
    String namespace = resolver.resolve(Map.of()).get(ServerSettings.NAMESPACE);
    ConfigMap map = client.configMaps().inNamespace(namespace).withName(Settings.CONFIG_MAP).get();
    Config config =
        resolver.resolve(map == null || map.getData() == null ? Map.of() : map.getData());
    config
        .warnings()
        .forEach(
            warning -> log.atWarn().addKeyValue("setting", warning).log("check the configuration"));
    return config;
  }

  private static void refuseCollisions(Config config) {
    List<Setting<BindAddress>> servers =
        List.of(
            ServerSettings.METRICS_BIND_ADDRESS,
            ServerSettings.HEALTH_BIND_ADDRESS,
            ServerSettings.BOOT_BIND_ADDRESS);
    for (int i = 0; i < servers.size(); i++) {
      for (int j = i + 1; j < servers.size(); j++) {
        BindAddress one = config.get(servers.get(i));
        BindAddress other = config.get(servers.get(j));
        if (one.collidesWith(other)) {
          throw new ConfigException(
              List.of(
                  "%s %s and %s %s take the same port: give one of them another port"
                      .formatted(servers.get(i).name(), one, servers.get(j).name(), other)));
        }
      }
    }
  }
}
