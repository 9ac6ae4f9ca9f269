package io.beskar7.app.cli;

import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.config.Kind;
import io.beskar7.app.config.Setting;
import io.beskar7.app.config.Settings;
import io.beskar7.app.text.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** The table of settings as options of a command and as part of its help. */
final class SettingFlags {
  private final Map<String, String> given = new LinkedHashMap<>();

  /** Adds a flag for each setting that has one, and all keys and variables to the help. */
  void addTo(CommandSpec command) {
    for (Setting<?> setting : Settings.all()) {
      if (setting.flag() != null) {
        command.addOption(option(setting, setting.flag()));
      }
    }
    List<String> footer = new ArrayList<>(List.of(command.usageMessage().footer()));
    footer.addAll(keysHelp());
    command.usageMessage().footer(footer.toArray(String[]::new));
  }

  ConfigResolver resolver(Map<String, String> environment) {
    return new ConfigResolver(given, environment);
  }

  private OptionSpec option(Setting<?> setting, String flag) {
    OptionSpec.Builder option =
        OptionSpec.builder(flag)
            .type(String.class)
            .paramLabel(label(setting.kind()))
            .description(description(setting).replace("%", "%%"))
            .setter(
                new ISetter() {
                  @Override
                  public <T> T set(T value) {
                    if (value != null) {
                      given.put(flag, value.toString());
                    }
                    return value;
                  }
                });
    if (setting.kind() instanceof Kind.Flag) {
      option.arity("0..1").fallbackValue("true");
    } else {
      option.arity("1");
    }
    return option.build();
  }

  private static String label(Kind<?> kind) {
    return switch (kind) {
      case Kind.Flag f -> "true|false";
      case Kind.Choice choice -> String.join("|", choice.words());
      case Kind.Address a -> "HOST:PORT";
      case Kind.Text t -> "NAME";
      case Kind.Ordered<?> ordered -> ordered.noun().contains("duration") ? "DURATION" : "N";
    };
  }

  private static String description(Setting<?> setting) {
    StringBuilder text = new StringBuilder(setting.meaning()).append(". Default ");
    text.append(setting.standard());
    @Nullable String range = setting.kind().documented();
    if (range != null) {
      text.append(", range ").append(range);
    }
    if (setting.env() != null) {
      text.append("; also $").append(setting.env());
    }
    if (setting.key() != null) {
      text.append("; also key ").append(setting.key());
    }
    return text.append(setting.effective() ? "." : ". No effect yet.").toString();
  }

  private static List<String> keysHelp() {
    TextTable keys = new TextTable("KEY OR VARIABLE", "DEFAULT", "RANGE", "MEANING");
    for (Setting<?> setting : Settings.all()) {
      if (setting.flag() == null) {
        String range = setting.kind().documented();
        String name = setting.key() == null ? "$" + setting.env() : setting.key();
        String effect = setting.effective() ? "" : " (no effect yet)";
        keys.add(name, setting.standard(), range == null ? "" : range, setting.meaning() + effect);
      }
    }
    List<String> help = new ArrayList<>();
    help.add("");
    help.add("A flag goes before an environment variable, that before the key of ConfigMap");
    help.add("beskar7-config in namespace beskar7-system, that before the default. Keys:");
    help.add("");
    keys.toString().lines().map(line -> "  " + line.replace("%", "%%")).forEach(help::add);
    help.add("");
    help.add("Every change takes effect with the next start.");
    return help;
  }
}
