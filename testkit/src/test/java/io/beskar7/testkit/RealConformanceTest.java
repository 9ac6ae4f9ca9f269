package io.beskar7.testkit;

import java.nio.file.Path;

/** Needs KUBEBUILDER_ASSETS; skipped with the reason otherwise. */
class RealConformanceTest extends Conformance {
  @Override
  TestApi start(Path directory) {
    return RealTestApi.start(directory);
  }
}
