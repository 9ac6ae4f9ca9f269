package io.beskar7.simulator.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Judgements on a log. Every method names what it found, so that a test can show it. */
public final class JudgeLog {
  private static final Set<String> OFF_COMMANDS =
      Set.of("ForceOff", "GracefulShutdown", "PushPowerButton", "PowerCycle");

  private final List<LogEvent> events;

  public JudgeLog(List<LogEvent> events) {
    this.events = List.copyOf(events);
  }

  /** Reads the log file of a fleet, which may be running in another process. */
  public static JudgeLog read(Path logFile) throws IOException {
    return new JudgeLog(LogFile.read(logFile));
  }

  /** The events judged, oldest first. */
  public List<LogEvent> events() {
    return events;
  }

  /** How often each host was really switched on (Off to PoweringOn), by whatever cause. */
  public Map<String, Long> powerOns() {
    return ofType(EventType.POWER_STATE)
        .filter(event -> event.has("from", "Off"))
        .collect(countBy("host"));
  }

  /** Image writes per host, then per run. */
  public Map<String, Map<String, Long>> imageWrites() {
    return ofType(EventType.IMAGE_WRITTEN)
        .collect(
            Collectors.groupingBy(
                event -> String.valueOf(event.text("host")), TreeMap::new, countBy("run")));
  }

  /** Hosts (as {@code host run}) whose disk was written more than once in one run. */
  public List<String> imagedTwice() {
    return imageWrites().entrySet().stream()
        .flatMap(
            host ->
                host.getValue().entrySet().stream()
                    .filter(run -> run.getValue() > 1)
                    .map(run -> host.getKey() + " " + run.getKey()))
        .toList();
  }

  /**
   * Pairs of requests that one BMC had to serve at the same time. Requests that never got an answer
   * do not count: the log cannot know when their client gave up.
   */
  public List<Overlap> overlaps() {
    return Overlap.find(
        ofType(EventType.REQUEST)
            .filter(event -> event.has("kind", "bmc") && event.number("status") != 0));
  }

  /** Sessions that were opened and never closed, as {@code bmc session}. */
  public Set<String> leakedSessions() {
    Map<String, Boolean> open = new LinkedHashMap<>();
    for (LogEvent event : events) {
      String session = event.text("bmc") + " " + event.text("session");
      if (event.type().equals(EventType.SESSION_OPENED)) {
        open.put(session, true);
      } else if (event.type().equals(EventType.SESSION_CLOSED)) {
        open.remove(session);
      }
    }
    return open.keySet();
  }

  /** Failed logins per BMC and user, as {@code bmc user}. */
  public Map<String, Long> failedLogins() {
    return ofType(EventType.LOGIN_FAILED)
        .collect(
            Collectors.groupingBy(
                event -> event.text("bmc") + " " + event.text("user"),
                TreeMap::new,
                Collectors.counting()));
  }

  /**
   * {@code On} commands repeated within one attempt. A new attempt begins where the client sends an
   * off command or writes the boot override; without either, a second {@code On} is a repetition.
   */
  public List<LogEvent> repeatedOns() {
    return RepeatedOns.find(
        events.stream().filter(JudgeLog::touchesPower),
        event ->
            OFF_COMMANDS.contains(String.valueOf(event.text("reset"))) || isOverrideWrite(event));
  }

  /**
   * {@code On} commands repeated within one attempt, where the caller knows when the host's
   * attempts began.
   */
  public List<LogEvent> repeatedOns(String host, Collection<Instant> attemptStarts) {
    return RepeatedOns.find(
        events.stream().filter(event -> event.has("host", host)).filter(JudgeLog::touchesPower),
        attemptStarts);
  }

  /** {@code On} commands for hosts the client had not read as Off since the last {@code On}. */
  public List<LogEvent> onsWithoutConfirmedOff() {
    return UnconfirmedOns.find(events);
  }

  private static boolean touchesPower(LogEvent event) {
    return event.type().equals(EventType.POWER_COMMAND) || isOverrideWrite(event);
  }

  private static boolean isOverrideWrite(LogEvent event) {
    return event.type().equals(EventType.BOOT_OVERRIDE) && event.has("cause", "patch");
  }

  private Stream<LogEvent> ofType(String type) {
    return events.stream().filter(event -> event.type().equals(type));
  }

  private static Collector<LogEvent, ?, Map<String, Long>> countBy(String field) {
    Function<LogEvent, String> key = event -> String.valueOf(event.text(field));
    return Collectors.groupingBy(key, TreeMap::new, Collectors.counting());
  }
}
