package io.beskar7.simulator.fault;

/** How a machine's agent or installed system misbehaves. */
public enum AgentFault {
  /** It behaves. */
  NONE,
  /** It boots and never says a word. */
  NEVER_REPORTS,
  /** It delivers its report, then stops for good with the power on. */
  CRASHES_AFTER_REPORT,
  /** It reports UUID, serial number and MAC addresses of some other machine. */
  WRONG_MACHINE,
  /** Its report is not JSON. */
  GARBAGE_REPORT,
  /** Its report is JSON of more than one MiB. */
  HUGE_REPORT,
  /** The installed system never phones home. */
  NO_PHONE_HOME
}
