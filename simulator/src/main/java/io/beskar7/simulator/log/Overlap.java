package io.beskar7.simulator.log;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Two requests in flight at one BMC at the same time.
 *
 * @param first the one that began earlier
 * @param second the one that began before the first had been answered
 */
public record Overlap(LogEvent first, LogEvent second) {

  static List<Overlap> find(Stream<LogEvent> requests) {
    Map<String, LogEvent> latestEnding = new HashMap<>();
    List<Overlap> found = new ArrayList<>();
    requests
        .sorted(Comparator.comparingLong(event -> event.number("beganNanos")))
        .forEach(
            request -> {
              String bmc = String.valueOf(request.text("bmc"));
              LogEvent earlier = latestEnding.get(bmc);
              if (earlier != null && request.number("beganNanos") < earlier.number("endedNanos")) {
                found.add(new Overlap(earlier, request));
              }
              if (earlier == null || request.number("endedNanos") > earlier.number("endedNanos")) {
                latestEnding.put(bmc, request);
              }
            });
    return found;
  }
}
