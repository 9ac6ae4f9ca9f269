package io.beskar7.domain.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What happened, for a person; costs nothing while nobody listens. */
final class Trace {
  private final boolean listening;
  private final List<String> lines = new ArrayList<>();

  Trace(boolean listening) {
    this.listening = listening;
  }

  void say(Supplier<String> line) {
    if (listening) {
      lines.add(line.get());
    }
  }

  @Override
  public String toString() {
    return String.join("\n", lines)
        .replace(", needs=" + Needs.NONE, "")
        .replaceAll("labels=[^]]*?facts=HardwareFacts\\[.*?]]]", "]")
        .replaceAll("[a-zA-Z]+=(false|null),? ?", "")
        .replaceAll("(View|name=|Model|=true)", "");
  }
}
