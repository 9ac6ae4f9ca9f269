package io.beskar7.apiserver.resource;

import java.util.function.Consumer;

/**
 * How a write is to be done.
 *
 * @param warnings takes what the client should be warned of
 */
public record WriteOptions(boolean dryRun, FieldValidation validation, Consumer<String> warnings) {

  /** What happens to fields nobody knows. */
  public enum FieldValidation {
    STRICT,
    WARN,
    IGNORE
  }

  /** For the server's own writes. */
  public static WriteOptions internal() {
    return new WriteOptions(false, FieldValidation.IGNORE, warning -> {});
  }
}
