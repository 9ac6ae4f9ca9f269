package io.beskar7.app.config;

import java.util.List;
import java.util.Map;

/** Values for every setting. Immutable. */
public final class Config {
  private final Map<Setting<?>, Resolved<?>> values;
  private final List<String> warnings;

  Config(Map<Setting<?>, Resolved<?>> values, List<String> warnings) {
    this.values = Map.copyOf(values);
    this.warnings = List.copyOf(warnings);
  }

  /** The value in effect. */
  @SuppressWarnings("unchecked") // the resolver puts a Resolved<T> for each Setting<T>
  public <T> T get(Setting<T> setting) {
    return ((Resolved<T>) resolved(setting)).value();
  }

  /** Where the value in effect came from. */
  public Source source(Setting<?> setting) {
    return resolved(setting).source();
  }

  /** What was accepted but deserves a word: values out of their documented range, unknown keys. */
  public List<String> warnings() {
    return warnings;
  }

  private Resolved<?> resolved(Setting<?> setting) {
    Resolved<?> resolved = values.get(setting);
    if (resolved == null) {
      throw new IllegalArgumentException(setting.name() + " is not in the table of settings");
    }
    return resolved;
  }

  record Resolved<T>(T value, Source source) {}
}
