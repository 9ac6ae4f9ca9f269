package io.beskar7.simulator.firmware;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The lines of an iPXE script, within the bounds of the inspector contract. */
record Script(List<String> lines) {
  static final int MAX_BYTES = 4096;

  static Script parse(String text) throws BootException {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new BootException("script is longer than " + MAX_BYTES + " bytes");
    }
    List<String> lines = text.lines().map(String::strip).toList();
    if (lines.isEmpty() || !lines.getFirst().equals("#!ipxe")) {
      throw new BootException("script does not begin with #!ipxe");
    }
    return new Script(lines);
  }

  int label(String name) throws BootException {
    int line = lines.indexOf(":" + name);
    if (line < 0) {
      throw new BootException("script has no label " + name);
    }
    return line;
  }
}
