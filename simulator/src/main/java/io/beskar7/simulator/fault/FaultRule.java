package io.beskar7.simulator.fault;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a fault strikes. All limits that are given must hold.
 *
 * @param name how the log calls the rule
 * @param scope the BMC ({@code address:port}) or {@code images}; null is every server of the fleet
 * @param method HTTP method; null is any
 * @param path pattern found anywhere in the path; null is any
 * @param firstCall the first matching call that is struck, from 1
 * @param calls how many calls in a row are struck
 * @param from simulated time since the rule was added before which nothing is struck
 * @param until simulated time since the rule was added from which nothing is struck; null is never
 * @param action what happens
 */
public record FaultRule(
    String name,
    @Nullable String scope,
    @Nullable String method,
    @Nullable Pattern path,
    long firstCall,
    long calls,
    Duration from,
    @Nullable Duration until,
    FaultAction action) {
  public FaultRule {
    if (firstCall < 1 || calls < 1) {
      throw new IllegalArgumentException(
          "fault " + name + ": firstCall " + firstCall + " and calls " + calls + " start at 1");
    }
  }

  /** A rule that strikes every call of every server. Narrow it with the methods below. */
  public static FaultRule always(String name, FaultAction action) {
    return new FaultRule(name, null, null, null, 1, Long.MAX_VALUE, Duration.ZERO, null, action);
  }

  /** The same rule for one BMC ({@code address:port}) or {@code images}. */
  public FaultRule at(String server) {
    return new FaultRule(name, server, method, path, firstCall, calls, from, until, action);
  }

  /** The same rule for one method and for paths in which the regular expression is found. */
  public FaultRule on(@Nullable String verb, String pathRegex) {
    return new FaultRule(
        name, scope, verb, Pattern.compile(pathRegex), firstCall, calls, from, until, action);
  }

  /** The same rule for {@code count} matching calls, the first being the {@code first}. */
  public FaultRule calls(long first, long count) {
    return new FaultRule(name, scope, method, path, first, count, from, until, action);
  }

  /** The same rule within a window of simulated time, counted from when it is added. */
  public FaultRule between(Duration start, Duration end) {
    return new FaultRule(name, scope, method, path, firstCall, calls, start, end, action);
  }

  boolean covers(String server, String verb, String uri) {
    return (scope == null || scope.equals(server))
        && (method == null || method.equals(verb))
        && (path == null || path.matcher(uri).find());
  }
}
