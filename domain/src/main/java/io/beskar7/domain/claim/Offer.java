package io.beskar7.domain.claim;

import io.beskar7.domain.hardware.HardwareFacts;
import io.beskar7.domain.hardware.RootDisk;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a host offers to whoever asks.
 *
 * @param standstill why the host itself cannot be given away now (its state, spec or health); null
 *     when it can
 * @param failureDomain its zone; null when it has none
 * @param facts what is known of its hardware
 * @param reported whether the facts are the server's own report: what it did not tell then it will
 *     not tell the next time either
 * @param rootDisk by what the disk for the system is chosen where the machine does not say
 */
public record Offer(
    @Nullable Constraint standstill,
    Map<String, String> labels,
    Set<String> tags,
    @Nullable String failureDomain,
    HardwareFacts facts,
    boolean reported,
    RootDisk rootDisk) {
  /** Available, without labels, tags or facts. */
  public static final Offer PLAIN =
      new Offer(null, Map.of(), Set.of(), null, HardwareFacts.UNKNOWN, false, RootDisk.ANY);

  public Offer {
    labels = Map.copyOf(labels);
    tags = Set.copyOf(tags);
  }
}
