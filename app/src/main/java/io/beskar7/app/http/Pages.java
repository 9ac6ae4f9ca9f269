package io.beskar7.app.http;

import io.beskar7.app.election.Standing;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;
import java.util.function.Supplier;

/** What the servers of a manager show. */
public final class Pages {
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private Pages() {}

  public static Map<String, Supplier<Reply>> metrics(PrometheusMeterRegistry registry) {
    return Map.of("/metrics", () -> new Reply(200, PROMETHEUS, registry.scrape(PROMETHEUS)));
  }

  /**
   * The probes.
   *
   * @param ready false until all servers listen, and again once the process is ending
   */
  public static Map<String, Supplier<Reply>> probes(
      Supplier<Boolean> ready, Supplier<Standing> standing) {
    return Map.of(
        "/healthz", () -> new Reply(200, Reply.TEXT, "ok\n"),
        "/readyz", () -> readiness(ready.get(), standing.get()));
  }

  /** A healthy follower is ready too: it serves its ports and can take over. */
  private static Reply readiness(boolean ready, Standing standing) {
    String holder = standing.holder().isEmpty() ? "none" : standing.holder();
    String body =
        "%s\nleader: %s\nholder: %s\n"
            .formatted(ready ? "ok" : "not ready", standing.leader(), holder);
    return new Reply(ready ? 200 : 503, Reply.TEXT, body);
  }
}
