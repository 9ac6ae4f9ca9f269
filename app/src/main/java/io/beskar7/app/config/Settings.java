package io.beskar7.app.config;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The table of all settings. */
public final class Settings {
  /** Where keys are read from, in the namespace of Beskar7 itself. */
  public static final String CONFIG_MAP = "beskar7-config";

  private static final List<Setting<?>> ALL =
      Stream.of(
              ServerSettings.all(),
              ElectionSettings.all(),
              ProvisioningSettings.all(),
              TuningSettings.all(),
              LogSettings.all())
          .flatMap(List::stream)
          .toList();

  private Settings() {}

  /** Every row, in the order of the help text. */
  public static List<Setting<?>> all() {
    return ALL;
  }

  static List<String> keys() {
    return ALL.stream().map(Setting::key).filter(Objects::nonNull).sorted().toList();
  }
}
