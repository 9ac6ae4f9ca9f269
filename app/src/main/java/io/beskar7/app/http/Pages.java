package io.beskar7.app.http;

import io.beskar7.app.election.Standing;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What the servers of a manager show. */
public final class Pages {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private Pages() {}

  public static Map<String, Supplier<Reply>> metrics(PrometheusMeterRegistry registry) {
    return Map.of("/metrics", () -> new Reply(200, PROMETHEUS, registry.scrape(PROMETHEUS)));
  }

  /**
   * The probes: 200 when all checks pass, else 503; one line a check.
   *
   * @param alive fails when only a new process can help
   * @param ready fails when this process cannot do its part, as a leader or as one who stands by
   */
  public static Map<String, Supplier<Reply>> probes(
      Supplier<List<Check>> alive, Supplier<List<Check>> ready, Supplier<Standing> standing) {
    return Map.of(
        "/healthz", () -> reply(alive.get(), "not alive", ""),
        "/readyz", () -> reply(ready.get(), "not ready", leadership(standing.get())));
  }

  private static String leadership(Standing standing) {
    String holder = standing.holder().isEmpty() ? "none" : standing.holder();
    return "leader: %s\nholder: %s\n".formatted(standing.leader(), holder);
  }

  private static Reply reply(List<Check> checks, String bad, String about) {
    boolean well = checks.stream().allMatch(Check::passes);
    String lines = checks.stream().map(Check::line).collect(Collectors.joining());
    return new Reply(well ? 200 : 503, Reply.TEXT, (well ? "ok" : bad) + "\n" + about + lines);
  }
}
