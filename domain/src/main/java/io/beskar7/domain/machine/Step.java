package io.beskar7.domain.machine;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next step with a machine: either a question that has to be answered first, or what to do. */
public sealed interface Step {
  /** Whether the host its ticket names is the machine's, seen live. */
  record Verify() implements Step {}

  /** Let go of the host; no run is open any more. */
  record LetGo() implements Step {}

  /**
   * What to do: acts, then the note, then the signals; a write that loses ends it.
   *
   * @param look when to look again although nothing has happened; null when only news matters
   */
  record Decided(List<Act> acts, Note note, List<Signal> signals, @Nullable Instant look)
      implements Step {
    public Decided {
      acts = List.copyOf(acts);
      signals = List.copyOf(signals);
    }
  }
}
