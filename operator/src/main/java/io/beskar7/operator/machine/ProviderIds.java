package io.beskar7.operator.machine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names by which nodes register: {@code b7://namespace/host}. */
final class ProviderIds {
  private static final Pattern FORM = Pattern.compile("b7://([^/]+)/([^/]+)");

  private ProviderIds() {}

  static String of(String namespace, String host) {
    return "b7://" + namespace + "/" + host;
  }

  /** The host of that namespace which the id names; null when it names none. */
  static @Nullable String host(@Nullable String providerId, String namespace) {
    if (providerId == null) {
      return null;
    }
    Matcher form = FORM.matcher(providerId);
    return form.matches() && form.group(1).equals(namespace) ? form.group(2) : null;
  }
}
