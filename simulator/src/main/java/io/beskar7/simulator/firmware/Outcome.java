package io.beskar7.simulator.firmware;

import java.util.List;

/** How a network boot ends. */
public sealed interface Outcome {

  /**
   * A kernel starts.
   *
   * @param commandLine its parameters; they hold a token and are never logged
   * @param initrds SHA-256 (hex) of each initial RAM disk
   */
  record Kernel(String commandLine, String digest, List<String> initrds) implements Outcome {
    public Kernel {
      initrds = List.copyOf(initrds);
    }

    /** Without the command line. */
    @Override
    public String toString() {
      return "Kernel[" + digest + "]";
    }
  }

  /** The script wants the next boot device, which is the disk. */
  record NextDevice() implements Outcome {}

  /** No boot: nothing answered, or the script cannot be run. */
  record Failed(String reason) implements Outcome {}
}
