package io.beskar7.apiserver.discovery;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' order of versions: v2, v1, v1beta2, v1beta1, v1alpha1, then others by name. */
final class VersionOrder {
  private static final Pattern FORM = Pattern.compile("v(\\d+)(?:(alpha|beta)(\\d+))?");

  static final Comparator<String> NEWEST_FIRST =
      Comparator.comparingInt(VersionOrder::stability)
          .thenComparingInt(VersionOrder::major)
          .thenComparingInt(VersionOrder::minor)
          .reversed()
          .thenComparing(Comparator.naturalOrder());

  private VersionOrder() {}

  private static int stability(String version) {
    Matcher matcher = FORM.matcher(version);
    if (!matcher.matches()) {
      return 0;
    }
    return matcher.group(2) == null ? 3 : matcher.group(2).equals("beta") ? 2 : 1;
  }

  private static int major(String version) {
    return number(version, 1);
  }

  private static int minor(String version) {
    return number(version, 3);
  }

  private static int number(String version, int group) {
    Matcher matcher = FORM.matcher(version);
    return matcher.matches() && matcher.group(group) != null
        ? Integer.parseInt(matcher.group(group))
        : 0;
  }
}
