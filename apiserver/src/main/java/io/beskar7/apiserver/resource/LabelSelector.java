package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code a=b}, {@code a!=b}, {@code a in (b,c)}, {@code a notin (b)}, {@code a}, {@code !a}, joined
 * by commas.
 */
public record LabelSelector(List<Predicate<Map<String, String>>> requirements) {
  private static final Pattern SETS =
      Pattern.compile("\\s*([^\\s,=!()]+)\\s+(in|notin)\\s*\\(([^()]*)\\)\\s*(,|$)");
  private static final Pattern EQUALITY =
      Pattern.compile("\\s*([^\\s,=!()]+)\\s*(==|=|!=)\\s*([^\\s,=!()]*)\\s*(,|$)");
  private static final Pattern EXISTENCE = Pattern.compile("\\s*(!?)\\s*([^\\s,=!()]+)\\s*(,|$)");

  public boolean matches(Map<String, String> labels) {
    return requirements.stream().allMatch(requirement -> requirement.test(labels));
  }

  public static LabelSelector parse(String text) {
    List<Predicate<Map<String, String>>> found = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      Matcher sets = SETS.matcher(text).region(at, text.length());
      Matcher equality = EQUALITY.matcher(text).region(at, text.length());
      Matcher existence = EXISTENCE.matcher(text).region(at, text.length());
      if (sets.lookingAt()) {
        found.add(set(sets.group(1), sets.group(2), sets.group(3)));
        at = sets.end();
      } else if (equality.lookingAt()) {
        found.add(equal(equality.group(1), equality.group(2), equality.group(3)));
        at = equality.end();
      } else if (existence.lookingAt()) {
        String key = existence.group(2);
        boolean wanted = existence.group(1).isEmpty();
        found.add(labels -> labels.containsKey(key) == wanted);
        at = existence.end();
      } else {
        throw Refusals.badRequest("unable to parse requirement: labelSelector \"" + text + "\"");
      }
    }
    return new LabelSelector(List.copyOf(found));
  }

  private static Predicate<Map<String, String>> set(String key, String operator, String values) {
    List<String> all = List.of(values.trim().split("\\s*,\\s*", -1));
    return operator.equals("in")
        ? labels -> labels.containsKey(key) && all.contains(labels.get(key))
        : labels -> !labels.containsKey(key) || !all.contains(labels.get(key));
  }

  private static Predicate<Map<String, String>> equal(String key, String operator, String value) {
    return operator.equals("!=")
        ? labels -> !value.equals(labels.get(key))
        : labels -> value.equals(labels.get(key));
  }
}
