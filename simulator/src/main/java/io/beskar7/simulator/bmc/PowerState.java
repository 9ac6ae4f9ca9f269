package io.beskar7.simulator.bmc;

/** Values of ComputerSystem.PowerState (DMTF DSP2046). */
public enum PowerState {
  OFF("Off"),
  POWERING_ON("PoweringOn"),
  ON("On"),
  POWERING_OFF("PoweringOff");

  private final String text;

  PowerState(String text) {
    this.text = text;
  }

  /** As written in Redfish. */
  public String text() {
    return text;
  }
}
