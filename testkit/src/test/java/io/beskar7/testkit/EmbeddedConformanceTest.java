package io.beskar7.testkit;

import java.nio.file.Path;

class EmbeddedConformanceTest extends Conformance {
  @Override
  TestApi start(Path directory) {
    return EmbeddedTestApi.start(directory);
  }
}
