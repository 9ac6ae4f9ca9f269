package io.beskar7.app.demo;

import java.time.Duration;
import java.util.List;

/** Shows nothing. */
final class Silence implements Progress {
  @Override
  public void hosts(int available, int all, Duration elapsed) {}

  @Override
  public void machines(List<MachineProgress> machines, Duration elapsed) {}

  @Override
  public void end() {}
}
