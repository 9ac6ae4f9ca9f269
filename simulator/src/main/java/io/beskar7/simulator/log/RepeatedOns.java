package io.beskar7.simulator.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds {@code On} commands that repeat one of the same attempt. */
final class RepeatedOns {
  private static final Set<String> ON_COMMANDS = Set.of("On", "ForceOn");

  private RepeatedOns() {}

  /** Attempts are told apart by events that begin a new one. */
  static List<LogEvent> find(Stream<LogEvent> events, Predicate<LogEvent> beginsAttempt) {
    Set<String> on = new HashSet<>();
    List<LogEvent> repeated = new ArrayList<>();
    events.forEach(
        event -> {
          String host = String.valueOf(event.text("host"));
          if (beginsAttempt.test(event)) {
            on.remove(host);
          } else if (isOn(event) && !on.add(host)) {
            repeated.add(event);
          }
        });
    return repeated;
  }

  /** Attempts are told apart by the times at which they began. */
  static List<LogEvent> find(Stream<LogEvent> events, Collection<Instant> attemptStarts) {
    TreeSet<Instant> starts = new TreeSet<>(attemptStarts);
    Map<Instant, LogEvent> firstOn = new HashMap<>();
    List<LogEvent> repeated = new ArrayList<>();
    events
        .filter(RepeatedOns::isOn)
        .forEach(
            event -> {
              @Nullable Instant attempt = starts.floor(event.at());
              if (firstOn.putIfAbsent(attempt == null ? Instant.MIN : attempt, event) != null) {
                repeated.add(event);
              }
            });
    return repeated;
  }

  private static boolean isOn(LogEvent event) {
    return ON_COMMANDS.contains(String.valueOf(event.text("reset")));
  }
}
