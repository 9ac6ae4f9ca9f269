package io.beskar7.app.demo;

import java.io.PrintWriter;
import java.io.Writer;

/** A demo with its progress on display. */
public final class DemoShow {
  private final Progress progress;
  private final PrintWriter out;

  private DemoShow(Progress progress, PrintWriter out) {
    this.progress = progress;
    this.out = out;
  }

  /** Shows nothing but the result. */
  public static DemoShow silent() {
    return new DemoShow(new Silence(), new PrintWriter(Writer.nullWriter()));
  }

  /** Draws on a terminal, else prints a line for each step. */
  public static DemoShow to(PrintWriter out, boolean terminal) {
    return new DemoShow(terminal ? new LiveProgress(out) : new PlainProgress(out), out);
  }

  public DemoResult play(Demo demo, DemoPlan plan) throws InterruptedException {
    out.printf(
        "%d simulated servers, %d machines, seed %d. Simulated time passes %.0f times as fast:%n"
            + "self-tests and image downloads of minutes take seconds here.%n",
        plan.hosts(), plan.machines(), plan.seed(), plan.timeScale());
    out.flush();
    return demo.run(progress);
  }
}
