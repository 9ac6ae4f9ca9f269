package io.beskar7.app.demo;

import java.time.Duration;
import java.util.List;

/** Shows how far the machines have come. */
interface Progress {

  /** The hosts are being enrolled. */
  void hosts(int available, int all, Duration elapsed);

  /** Called whenever something may have changed, several times a second. */
  void machines(List<MachineProgress> machines, Duration elapsed);

  /** No more comes. */
  void end();
}
