package io.beskar7.operator.runtime;

import io.beskar7.operator.kube.LogKeys;
import io.javaoperatorsdk.operator.RuntimeInfo;
import io.javaoperatorsdk.operator.health.EventSourceHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which watches do not show what is in the API, and why. */
final class WatchHealth {
  private static final Logger LOG = LoggerFactory.getLogger(WatchHealth.class);

  /** What the API says about these may hold what nobody may see. */
  private static final String SECRET = "Secret";

  private final Map<String, String> ended = new ConcurrentSkipListMap<>();

  /**
   * Notes that a watch has ended.
   *
   * @param type of the objects it told of
   * @param failure null when it was ended in order
   */
  void ended(Class<?> type, @Nullable Throwable failure) {
    if (failure == null) {
      return;
    }
    String kind = type.getSimpleName();
    boolean tellable = !kind.equals(SECRET);
    String why = tellable ? words(failure) : failure.getClass().getSimpleName();
    ended.put(kind, why);
    LOG.atError()
        .addKeyValue("resource", kind)
        .addKeyValue(LogKeys.ERROR, why)
        .setCause(tellable ? failure : null)
        .log("watch ended for good: not ready until restarted");
  }

  /**
   * What is wrong, one sentence each; empty when nothing is. That a watch is just being opened anew
   * is no sign of ill health.
   */
  List<String> troubles(RuntimeInfo info) {
    if (!info.isStarted()) {
      return List.of("reconcilers are not running");
    }
    if (!ended.isEmpty()) {
      return ended.entrySet().stream()
          .map(end -> "the watch of " + end.getKey() + " has ended: " + end.getValue())
          .toList();
    }
    List<String> troubles = new ArrayList<>();
    new TreeMap<>(info.unhealthyEventSources())
        .forEach(
            (controller, sources) ->
                new TreeMap<>(sources)
                    .forEach((name, source) -> add(troubles, controller + "/" + name, source)));
    return troubles;
  }

  private static void add(List<String> troubles, String name, EventSourceHealthIndicator source) {
    if (!(source instanceof InformerWrappingEventSourceHealthIndicator<?> informers)) {
      troubles.add(name + " is not healthy");
      return;
    }
    Watches.of(informers)
        .forEach(
            informer -> {
              if (!informer.isRunning()) {
                troubles.add("the watch of " + name + " has ended");
              } else if (!informer.hasSynced()) {
                troubles.add("the cache of " + name + " is not filled");
              }
            });
  }

  private static String words(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("");
  }
}
