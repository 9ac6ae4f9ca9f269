package io.beskar7.simulator.firmware;

import io.beskar7.simulator.machine.Life;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** iPXE settings: what a script can ask of its machine, and what it has set itself. */
final class Settings {
  private static final Pattern EXPANSION = Pattern.compile("\\$\\{([^}]*)}");

  private final Map<String, String> values = new HashMap<>();

  Settings(Life life) {
    String mac = life.hardware().bootNic().mac();
    String ip = life.address().getHostAddress();
    for (String scope : new String[] {"", "net0/"}) {
      values.put(scope + "mac", mac);
      values.put(scope + "mac:hexhyp", mac.replace(':', '-'));
      values.put(scope + "ip", ip);
    }
    values.put("uuid", life.hardware().uuid().toString());
    values.put("serial", life.hardware().serialNumber());
    values.put("manufacturer", life.hardware().manufacturer());
    values.put("product", life.hardware().model());
    values.put("buildarch", "x86_64");
    values.put("platform", "efi");
  }

  void set(String name, String value) {
    values.put(name, value);
  }

  /** Unknown settings expand to nothing, as in iPXE. */
  String expand(String text) {
    Matcher matcher = EXPANSION.matcher(text);
    return matcher.replaceAll(
        match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
  }
}
