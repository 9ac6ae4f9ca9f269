package io.beskar7.app.config;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be set: a row of the table.
 *
 * @param standard the default, as a user would write it
 * @param flag with its dashes, or null
 * @param key key of the ConfigMap, or null
 * @param env name of the environment variable, or null
 * @param meaning one clause for the help text
 * @param effective false: accepted and checked, but nothing depends on it yet
 */
public record Setting<T>(
    Kind<T> kind,
    String standard,
    @Nullable String flag,
    @Nullable String key,
    @Nullable String env,
    String meaning,
    boolean effective) {

  static <T> Setting<T> of(Kind<T> kind, String standard, String meaning) {
    return new Setting<>(kind, standard, null, null, null, meaning, true);
  }

  Setting<T> flag(String name) {
    return new Setting<>(kind, standard, name, key, env, meaning, effective);
  }

  Setting<T> key(String name) {
    return new Setting<>(kind, standard, flag, name, env, meaning, effective);
  }

  Setting<T> env(String name) {
    return new Setting<>(kind, standard, flag, key, name, meaning, effective);
  }

  Setting<T> noEffectYet() {
    return new Setting<>(kind, standard, flag, key, env, meaning, false);
  }

  /** The name by which messages call it: flag, else key, else variable. */
  public String name() {
    if (flag != null) {
      return flag;
    }
    return key != null ? key : String.valueOf(env);
  }
}
