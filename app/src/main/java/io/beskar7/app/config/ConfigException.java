package io.beskar7.app.config;

import java.util.List;

/** Settings that are refused; one problem a line, each with field, value and what is allowed. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** All that is wrong, not only the first. */
  public ConfigException(List<String> problems) {
    super(String.join("\n", problems));
  }
}
