package io.beskar7.app.explain;

import io.beskar7.api.reason.Reason;
import io.beskar7.app.view.Words;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the conditions of an object into what a person needs to know. */
final class Reasons {
  private Reasons() {}

  static Optional<Reason> named(@Nullable String wire) {
    return Arrays.stream(Reason.values()).filter(r -> r.wire().equals(wire)).findFirst();
  }

  /** Reason, message and what to do, from Ready or, when it is true, nothing but its reason. */
  static List<Explanation.Line> lines(@Nullable List<Condition> conditions) {
    Condition ready = Words.ready(conditions);
    if (ready == null) {
      return List.of(
          new Explanation.Line(
              "reason", "no controller has looked at it yet: is beskar7 up or manager running?"));
    }
    Optional<Reason> reason = named(ready.getReason());
    String meaning = reason.map(r -> ": " + r.text()).orElse("");
    Explanation.Line why = new Explanation.Line("reason", ready.getReason() + meaning);
    Explanation.Line what = new Explanation.Line("message", orNothing(ready.getMessage()));
    Explanation.Line action =
        new Explanation.Line("do", reason.map(Reason::action).orElse("see the message"));
    return List.of(why, what, action);
  }

  private static String orNothing(@Nullable String message) {
    return message == null || message.isEmpty() ? "(none)" : message;
  }
}
