package io.beskar7.app.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Flags before environment before ConfigMap before defaults. A bad flag or variable stops the
 * start; a bad key is refused alone (its default stays in effect), so that a typo in a ConfigMap
 * cannot take down the API it would be corrected through.
 */
public final class ConfigResolver {
  private static final List<Setting<Duration>> TIMINGS =
      List.of(
          ElectionSettings.LEASE_DURATION,
          ElectionSettings.RENEW_DEADLINE,
          ElectionSettings.RETRY_PERIOD);

  private final Map<String, String> flags;
  private final Map<String, String> environment;

  /**
   * @param flags by name with dashes, as given
   */
  public ConfigResolver(Map<String, String> flags, Map<String, String> environment) {
    this.flags = Map.copyOf(flags);
    this.environment = Map.copyOf(environment);
  }

  /**
   * Resolves every setting.
   *
   * @param configMap data of the ConfigMap; empty when there is none
   * @throws ConfigException when a flag or an environment variable is refused
   */
  public Config resolve(Map<String, String> configMap) {
    Pass pass = new Pass(configMap);
    Settings.all().forEach(pass::add);
    pass.checkElection();
    pass.checkUnknownKeys();
    if (!pass.problems.isEmpty()) {
      throw new ConfigException(pass.problems);
    }
    return new Config(pass.values, pass.warnings);
  }

  /** One resolution, with what it has found so far. */
  private final class Pass {
    final Map<Setting<?>, Config.Resolved<?>> values = new LinkedHashMap<>();
    final List<String> warnings = new ArrayList<>();
    final List<String> problems = new ArrayList<>();
    private final Map<String, String> configMap;

    Pass(Map<String, String> configMap) {
      this.configMap = configMap;
    }

    <T> void add(Setting<T> setting) {
      T standard = setting.kind().parse(setting.standard());
      Config.Resolved<T> resolved = given(setting, setting.flag(), flags, Source.FLAG);
      if (resolved == null) {
        resolved = given(setting, setting.env(), environment, Source.ENVIRONMENT);
      }
      if (resolved == null) {
        resolved = given(setting, setting.key(), configMap, Source.CONFIG_MAP);
      }
      values.put(
          setting, resolved == null ? new Config.Resolved<>(standard, Source.STANDARD) : resolved);
    }

    private <T> Config.@Nullable Resolved<T> given(
        Setting<T> setting, @Nullable String name, Map<String, String> from, Source source) {
      String text = name == null ? null : from.get(name);
      if (name == null || text == null || (text.isEmpty() && source == Source.ENVIRONMENT)) {
        return null;
      }
      try {
        T value = setting.kind().parse(text.strip());
        if (!setting.kind().isDocumented(value)) {
          warnings.add(
              "%s is %s: outside the documented range %s"
                  .formatted(Wording.place(name, source), text, setting.kind().documented()));
        }
        return new Config.Resolved<>(value, source);
      } catch (IllegalArgumentException refused) {
        refuse(Wording.refusal(name, source, text, setting.kind()), setting, source);
        return null;
      }
    }

    private void refuse(String problem, Setting<?> setting, Source source) {
      if (source == Source.CONFIG_MAP) {
        warnings.add(problem + "; it is ignored, " + setting.standard() + " stays in effect");
      } else {
        problems.add(problem);
      }
    }

    /** Retry before renew before lease, or two leaders could be active at once. */
    void checkElection() {
      String problem = electionProblem();
      if (problem != null && TIMINGS.stream().anyMatch(this::isFromConfigMap)) {
        warnings.add(problem + "; the keys leaderElection.* are ignored");
        Map<String, String> without = new LinkedHashMap<>(configMap);
        TIMINGS.forEach(timing -> without.remove(timing.key()));
        Pass again = new Pass(without);
        TIMINGS.forEach(again::add);
        values.putAll(again.values);
        problem = electionProblem();
      }
      if (problem != null) {
        problems.add(problem);
      }
    }

    private boolean isFromConfigMap(Setting<?> setting) {
      return new Config(values, warnings).source(setting) == Source.CONFIG_MAP;
    }

    private @Nullable String electionProblem() {
      Config config = new Config(values, warnings);
      Duration lease = config.get(ElectionSettings.LEASE_DURATION);
      Duration renew = config.get(ElectionSettings.RENEW_DEADLINE);
      Duration retry = config.get(ElectionSettings.RETRY_PERIOD);
      boolean ordered = retry.compareTo(renew) < 0 && renew.compareTo(lease) < 0;
      return ordered ? null : Wording.election(retry, renew, lease);
    }

    void checkUnknownKeys() {
      for (String key : configMap.keySet()) {
        if (!Settings.keys().contains(key)) {
          warnings.add(Wording.unknownKey(key));
        }
      }
    }
  }
}
