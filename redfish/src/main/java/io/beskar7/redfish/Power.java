package io.beskar7.redfish;

/** PowerState of a ComputerSystem. What is absent, null or unheard-of is UNKNOWN, never OFF. */
public enum Power {
  ON,
  OFF,
  /** PoweringOn, PoweringOff or Paused. */
  TRANSITION,
  UNKNOWN
}
