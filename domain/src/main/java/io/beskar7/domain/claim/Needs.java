package io.beskar7.domain.claim;

import io.beskar7.domain.hardware.HardwareRequirements;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a machine asks of its host.
 *
 * @param selector for the host's labels
 * @param tags all of which the host must have
 * @param failureDomain of the owning Machine; null when any will do
 * @param hardware null when what was written cannot be understood: then no host will do
 */
public record Needs(
    Selector selector,
    List<String> tags,
    @Nullable String failureDomain,
    @Nullable HardwareRequirements hardware) {
  /** Any host will do. */
  public static final Needs NONE =
      new Needs(Selector.ALL, List.of(), null, HardwareRequirements.NONE);

  public Needs {
    tags = List.copyOf(tags);
  }
}
