package io.beskar7.app.http;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a probe looks at.
 *
 * @param name short, without blanks
 * @param failure why it is not well, in words; null when it is
 * @param note what to know although it is well; may be empty
 */
public record Check(String name, @Nullable String failure, String note) {

  public static Check ok(String name) {
    return new Check(name, null, "");
  }

  public static Check ok(String name, String note) {
    return new Check(name, null, note);
  }

  /** Well unless there is a failure. */
  public static Check of(String name, @Nullable String failure) {
    return new Check(name, failure, "");
  }

  boolean passes() {
    return failure == null;
  }

  /** In the form of Kubernetes' verbose probes. */
  String line() {
    String text =
        failure != null
            ? "[-]" + name + " failed: " + failure
            : "[+]" + name + " ok" + (note.isEmpty() ? "" : ": " + note);
    return text.lines().findFirst().orElse("") + "\n";
  }
}
