package io.beskar7.domain.bmc;

/** Power as the ComputerSystem reports it. Absent, null and unheard-of values are UNKNOWN. */
public enum PowerState {
  ON,
  OFF,
  /** PoweringOn, PoweringOff, Paused: neither on nor off yet. */
  TRANSITION,
  UNKNOWN
}
