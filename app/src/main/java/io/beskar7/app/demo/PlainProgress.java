package io.beskar7.app.demo;

import io.beskar7.app.text.Printable;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line for each step of each machine, for logs and pipes. */
final class PlainProgress implements Progress {
  private final PrintWriter out;
  private final Map<String, String> last = new HashMap<>();

  PlainProgress(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void hosts(int available, int all, Duration elapsed) {
    line("hosts", available + " of " + all + " are Available", elapsed);
  }

  @Override
  public void machines(List<MachineProgress> machines, Duration elapsed) {
    for (MachineProgress machine : machines) {
      String text = "%3d%%  %-10s %s".formatted(machine.percent(), machine.host(), machine.step());
      line(machine.name(), text, elapsed);
    }
  }

  private void line(String of, String text, Duration elapsed) {
    if (!text.equals(last.put(of, text))) {
      double seconds = elapsed.toMillis() / 1000.0;
      out.println(
          Printable.line(String.format(Locale.ROOT, "%7.1fs  %-10s %s", seconds, of, text)));
      out.flush();
    }
  }

  @Override
  public void end() {}
}
