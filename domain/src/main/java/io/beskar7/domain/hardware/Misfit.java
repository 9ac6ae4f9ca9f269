package io.beskar7.domain.hardware;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A requirement that is not met.
 *
 * @param field below spec.hardwareRequirements, as the user wrote it
 * @param wanted in words with units
 * @param found in words with units; "unknown" when the server does not tell
 */
public record Misfit(String field, String wanted, String found) {

  /** As a person reads it. */
  public String message() {
    return field + ": wanted " + wanted + ", found " + found;
  }

  /** All of them, as a person reads them. */
  public static String message(List<Misfit> misfits) {
    return misfits.stream().map(Misfit::message).collect(Collectors.joining("; "));
  }
}
