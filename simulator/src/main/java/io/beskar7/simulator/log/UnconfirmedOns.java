package io.beskar7.simulator.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds {@code On} commands for systems that the client had not read as {@code Off} since the last
 * {@code On}: such a client cannot know from what state the machine starts.
 */
final class UnconfirmedOns {
  private UnconfirmedOns() {}

  static List<LogEvent> find(List<LogEvent> events) {
    Set<String> readOff = new HashSet<>();
    List<LogEvent> found = new ArrayList<>();
    for (LogEvent event : events) {
      String host = String.valueOf(event.text("host"));
      if (event.type().equals(EventType.SYSTEM_READ) && event.has("power", "Off")) {
        readOff.add(host);
      } else if (event.type().equals(EventType.POWER_COMMAND)
          && event.has("reset", "On")
          && !readOff.remove(host)) {
        found.add(event);
      }
    }
    return found;
  }
}
