package io.beskar7.app.explain;

import io.beskar7.api.run.Closed;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.text.Ages;
import io.beskar7.app.view.RunSteps;
import io.beskar7.app.view.Words;
import io.fabric8.kubernetes.api.model.Condition;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Merges what conditions, runs and events tell of one object. */
final class Timeline {
  private static final String CREATED = "created";

  private final List<Moment> moments = new ArrayList<>();

  Timeline created(HasMetadata object) {
    add(object.getMetadata().getCreationTimestamp(), object.getKind(), CREATED);
    add(object.getMetadata().getDeletionTimestamp(), object.getKind(), "deletion asked for");
    return this;
  }

  Timeline conditions(String source, @Nullable List<Condition> conditions) {
    for (Condition c : conditions == null ? List.<Condition>of() : conditions) {
      String message =
          c.getMessage() == null || c.getMessage().isEmpty() ? "" : ": " + c.getMessage();
      add(
          c.getLastTransitionTime(),
          source,
          "%s=%s %s%s".formatted(c.getType(), c.getStatus(), c.getReason(), message));
    }
    return this;
  }

  /** Events of one second stand in the order in which they were written. */
  Timeline events(List<Event> events) {
    List<Event> asWritten =
        events.stream().sorted(Comparator.comparingLong(Timeline::version)).toList();
    for (Event event : asWritten) {
      int count = event.getCount() == null ? 1 : event.getCount();
      add(
          event.getLastTimestamp(),
          "event",
          event.getReason()
              + ": "
              + event.getMessage()
              + (count > 1 ? " (" + count + " times)" : ""));
    }
    return this;
  }

  /** Numbers that grow, by KEP-5504; where an API has others, the order is left as it is. */
  private static long version(HasMetadata object) {
    String version = object.getMetadata().getResourceVersion();
    return version != null && version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  Timeline runs(List<ProvisioningRun> runs) {
    for (ProvisioningRun run : runs) {
      String source = "run " + run.getMetadata().getName();
      add(
          run.getMetadata().getCreationTimestamp(),
          source,
          "opened for host %s, attempt %d"
              .formatted(run.getSpec().hostRef.name, run.getSpec().attempt));
      RunSteps.passed(run).forEach(step -> moments.add(new Moment(step.at(), source, step.what())));
      Closed closed = run.getSpec().closed;
      if (closed != null) {
        String message = closed.message == null ? "" : ": " + closed.message;
        add(
            closed.at,
            source,
            "closed: " + Words.of(closed.outcome) + ", " + closed.cause + message);
      }
    }
    return this;
  }

  /**
   * Oldest first. A time without a fraction was cut to its second (conditions, events): it counts
   * as the end of that second, so that a consequence does not stand before its cause.
   */
  List<Moment> moments() {
    return moments.stream().sorted(Comparator.comparing(Timeline::latest)).toList();
  }

  private static Instant latest(Moment moment) {
    return moment.at().equals(moment.at().truncatedTo(ChronoUnit.SECONDS))
            && !moment.what().equals(CREATED)
        ? moment.at().plusMillis(999)
        : moment.at();
  }

  private void add(@Nullable String at, String source, String what) {
    Instant instant = Ages.parse(at);
    if (instant != null) {
      moments.add(new Moment(instant, source, what));
    }
  }
}
