package io.beskar7.app.cli;

import java.nio.file.Path;

/** Where {@code beskar7 up} keeps its state. */
final class DataDirectory {
  /** In the working directory, so that two checkouts do not share state by accident. */
  static final Path STANDARD = Path.of(".beskar7");

  private DataDirectory() {}
}
