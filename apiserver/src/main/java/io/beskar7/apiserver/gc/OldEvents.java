package io.beskar7.apiserver.gc;

import io.beskar7.apiserver.resource.ResourceType;
import io.beskar7.apiserver.store.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events live for an hour after their last change; those found at the start for an hour after it.
 */
final class OldEvents {
  private static final Duration LIFE = Duration.ofHours(1);
  static final String PREFIX = ResourceType.prefix("", "events");

  private final InstantSource clock;
  private final Map<String, Instant> changed = new LinkedHashMap<>();

  OldEvents(InstantSource clock) {
    this.clock = clock;
  }

  void note(Change change) {
    if (change.key().startsWith(PREFIX)) {
      changed.remove(change.key());
      if (!change.deleted()) {
        note(change.key());
      }
    }
  }

  void note(String key) {
    changed.put(key, clock.instant());
  }

  /** Keys of the events whose time is over, oldest first; they are not named again. */
  List<String> takeExpired() {
    Instant limit = clock.instant().minus(LIFE);
    List<String> expired = new ArrayList<>();
    for (var event : changed.entrySet()) {
      if (event.getValue().isAfter(limit)) {
        break;
      }
      expired.add(event.getKey());
    }
    expired.forEach(changed::remove);
    return expired;
  }
}
