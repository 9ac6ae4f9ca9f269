package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.FieldErrors;
import java.security.SecureRandom;
import java.util.Set;
import java.util.regex.Pattern;

/** Rules for names: RFC 1123 labels and subdomains, and Kubernetes' qualified names. */
final class Names {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
  private static final Pattern PART = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
  private static final Set<String> STANDARD_FINALIZERS =
      Set.of("kubernetes", Deletions.ORPHAN, Deletions.FOREGROUND);
  private static final String SUFFIX = "bcdfghjklmnpqrstvwxz2456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Names() {}

  static void label(String name, String field, FieldErrors errors) {
    if (name.length() > 63 || !LABEL.matcher(name).matches()) {
      errors.invalid(
          field,
          '"' + name + '"',
          "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-',"
              + " start and end with an alphanumeric character, and be at most 63 characters");
    }
  }

  static void subdomain(String name, String field, FieldErrors errors) {
    if (name.length() > 253 || !SUBDOMAIN.matcher(name).matches()) {
      errors.invalid(
          field,
          '"' + name + '"',
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
              + " '.', and must start and end with an alphanumeric character (e.g. 'example.com',"
              + " regex used for validation is '"
              + SUBDOMAIN.pattern()
              + "')");
    }
  }

  static void qualified(String name, String field, FieldErrors errors) {
    int slash = name.indexOf('/');
    String last = name.substring(slash + 1);
    boolean prefixFits = slash < 0 || SUBDOMAIN.matcher(name.substring(0, slash)).matches();
    if (!prefixFits || last.length() > 63 || !PART.matcher(last).matches()) {
      errors.invalid(
          field,
          '"' + name + '"',
          "name part must consist of alphanumeric characters, '-', '_' or '.', and must start and end"
              + " with an alphanumeric character, at most 63 characters, with an optional DNS"
              + " subdomain prefix and '/'");
    }
  }

  /**
   * Whether a finalizer's name could be chosen by two writers by accident: it names no domain and
   * is none of the well-known ones.
   */
  static boolean accidental(String finalizer) {
    return !finalizer.contains("/") && !STANDARD_FINALIZERS.contains(finalizer);
  }

  static void labelValue(String value, String field, FieldErrors errors) {
    if (!value.isEmpty() && (value.length() > 63 || !PART.matcher(value).matches())) {
      errors.invalid(
          field,
          '"' + value + '"',
          "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or"
              + " '.', start and end with an alphanumeric character, and be at most 63 characters");
    }
  }

  /** A name from {@code metadata.generateName}: five characters that spell no words. */
  static String generate(String base) {
    StringBuilder name = new StringBuilder(base.substring(0, Math.min(base.length(), 248)));
    for (int i = 0; i < 5; i++) {
      name.append(SUFFIX.charAt(RANDOM.nextInt(SUFFIX.length())));
    }
    return name.toString();
  }
}
