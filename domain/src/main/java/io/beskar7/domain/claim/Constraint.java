package io.beskar7.domain.claim;

/**
 * Why a host cannot be given to a machine, in the order in which it is looked at: what holds for
 * every machine comes before what only this one asks for.
 */
public enum Constraint {
  CLAIMED("claimed"),
  DELETING("being deleted"),
  PAUSED("paused"),
  MOVING("moving to another management cluster"),
  IN_MAINTENANCE("in maintenance"),
  CORDONED("cordoned"),
  ON_HOLD("on hold"),
  ENROLLING("enrolling"),
  CLEANING("being cleaned"),
  IN_ERROR("in error"),
  NOT_AVAILABLE("not available yet"),
  BUSY("busy with a BMC operation"),
  UNHEALTHY("in critical health"),
  LABELS("not selected by hostSelector"),
  TAGS("without the hostTags"),
  FAILURE_DOMAIN("in another failure domain"),
  NEEDS_UNCLEAR("not compared, because hardwareRequirements cannot be understood"),
  HARDWARE("without the hardware that is required"),
  NOT_NAMED("not the one that providerID names"),
  NOT_ITS_OWN("not held in the name of the machine");

  private final String text;

  Constraint(String text) {
    this.text = text;
  }

  /** What is said of the hosts it holds for: "3 cordoned". */
  public String text() {
    return text;
  }
}
