package io.beskar7.app.demo;

import io.beskar7.app.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A table that is drawn over itself, for terminals. */
final class LiveProgress implements Progress {
  static final int ROWS = 20;
  private static final int BAR = 24;
  private static final int WIDTH = 100;
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_LINE = "\u001b[2K";

  private final PrintWriter out;
  private int drawn;

  LiveProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void hosts(int available, int all, Duration elapsed) {
    draw(List.of(head("hosts Available", available, all, elapsed)));
  }

  @Override
  public void machines(List<MachineProgress> machines, Duration elapsed) {
    List<String> lines = new ArrayList<>();
    int done = (int) machines.stream().filter(MachineProgress::done).count();
    lines.add(head("machines Provisioned", done, machines.size(), elapsed));
    List<MachineProgress> shown =
        machines.size() <= ROWS
            ? machines
            : machines.stream()
                .sorted(Comparator.comparing(MachineProgress::done))
                .limit(ROWS)
                .toList();
    for (MachineProgress machine : shown) {
      lines.add(
          "  %-12s %s %3d%%  %-10s %s"
              .formatted(
                  machine.name(),
                  bar(machine.percent()),
                  machine.percent(),
                  machine.host(),
                  machine.step()));
    }
    if (shown.size() < machines.size()) {
      lines.add("  and " + (machines.size() - shown.size()) + " more");
    }
    draw(lines);
  }

  @Override
  public void end() {
    drawn = 0;
  }

  private static String head(String what, int done, int all, Duration elapsed) {
    return "%d of %d %s after %d s".formatted(done, all, what, elapsed.toSeconds());
  }

  static String bar(int percent) {
    int full = BAR * percent / 100;
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
  }

  private void draw(List<String> lines) {
    StringBuilder screen = new StringBuilder();
    if (drawn > 0) {
      screen.append(UP.formatted(drawn));
    }
    for (String line : lines) {
      String clean = Printable.line(line);
      screen.append(CLEAR_LINE);
      screen.append(clean, 0, Math.min(WIDTH, clean.length())).append('\n');
    }
    for (int i = lines.size(); i < drawn; i++) {
      screen.append(CLEAR_LINE).append('\n');
    }
    drawn = Math.max(drawn, lines.size());
    out.print(screen);
    out.flush();
  }
}
