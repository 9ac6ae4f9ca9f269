package io.beskar7.boot.script;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects kernel parameters in order and keeps iPXE from reading them as its own language. */
final class KernelLine {
  /** COMMAND_LINE_SIZE of Linux on x86. */
  static final int MAX_BYTES = 2048;

  private static final Pattern UNUSABLE = Pattern.compile("[^\\x21-\\x7e]|[\"'`\\\\]|\\$\\{");

  private final List<String> parameters = new ArrayList<>();

  /** Adds name=value; null is skipped. */
  KernelLine add(String name, @Nullable String value) {
    if (value != null) {
      parameters.add(name + "=" + usable(name, value));
    }
    return this;
  }

  /**
   * The value itself.
   *
   * @throws UnusableScript when it holds what would not reach the machine as it is
   */
  static String usable(String name, String value) {
    if (value.isEmpty() || UNUSABLE.matcher(value).find()) {
      throw new UnusableScript(
          name + " holds a blank, a quote, a backslash, \"${\" or what is not ASCII");
    }
    return value;
  }

  /**
   * All of them, behind {@code before}.
   *
   * @throws UnusableScript when the line is longer than a kernel reads
   */
  String build(String before) {
    String line = before + String.join(" ", parameters);
    int bytes = line.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new UnusableScript(
          "the kernel line has " + bytes + " bytes, more than " + MAX_BYTES + ": use shorter URLs");
    }
    return line;
  }
}
