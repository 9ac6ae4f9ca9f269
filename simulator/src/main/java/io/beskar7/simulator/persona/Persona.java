package io.beskar7.simulator.persona;

import java.time.Duration;
import java.util.List;

/**
 * The kind of a BMC.
 *
 * @param systemId identifier of a ComputerSystem; {@code {n}} counts from 1
 * @param resetTypes values a Reset action takes
 * @param resetValues where those values can be read
 * @param overrideTargets values of BootSourceOverrideTarget
 * @param overrideModes values of BootSourceOverrideMode
 * @param nicList whether systems have an EthernetInterfaces collection
 * @param redundantReset what a Reset answers that changes nothing
 * @param ifMatchRequired whether PATCH without If-Match is refused with 428
 */
public record Persona(
    String name,
    String vendor,
    String managerModel,
    String redfishVersion,
    String systemId,
    List<String> resetTypes,
    ResetValues resetValues,
    List<String> overrideTargets,
    List<String> overrideModes,
    boolean nicList,
    RedundantReset redundantReset,
    boolean ifMatchRequired,
    Sessions sessions,
    Lockout lockout,
    Delays delays) {

  /** Where the allowable values of a Reset action are found. */
  public enum ResetValues {
    INLINE,
    ACTION_INFO,
    BOTH
  }

  /** What a Reset answers that changes nothing. */
  public enum RedundantReset {
    ACCEPT,
    CONFLICT
  }

  /** At most {@code limit} sessions; an idle one ends after {@code idleTimeout}. */
  public record Sessions(int limit, Duration idleTimeout) {}

  /** After {@code failures} failed logins in a row none succeeds for {@code duration}; 0 = off. */
  public record Lockout(int failures, Duration duration) {}

  /** The same kind without a list of NICs. */
  public Persona withoutNicList() {
    return copy(false, redundantReset, ifMatchRequired, sessions, lockout, delays);
  }

  /** The same kind that insists on If-Match. */
  public Persona withIfMatchRequired() {
    return copy(nicList, redundantReset, true, sessions, lockout, delays);
  }

  /** The same kind with another answer to a Reset that changes nothing. */
  public Persona with(RedundantReset other) {
    return copy(nicList, other, ifMatchRequired, sessions, lockout, delays);
  }

  /** The same kind with other session limits. */
  public Persona with(Sessions other) {
    return copy(nicList, redundantReset, ifMatchRequired, other, lockout, delays);
  }

  /** The same kind with another lock-out. */
  public Persona with(Lockout other) {
    return copy(nicList, redundantReset, ifMatchRequired, sessions, other, delays);
  }

  /** The same kind with other delays. */
  public Persona with(Delays other) {
    return copy(nicList, redundantReset, ifMatchRequired, sessions, lockout, other);
  }

  private Persona copy(
      boolean nics,
      RedundantReset redundant,
      boolean ifMatch,
      Sessions sessionRules,
      Lockout lockoutRules,
      Delays times) {
    return new Persona(
        name,
        vendor,
        managerModel,
        redfishVersion,
        systemId,
        resetTypes,
        resetValues,
        overrideTargets,
        overrideModes,
        nics,
        redundant,
        ifMatch,
        sessionRules,
        lockoutRules,
        times);
  }
}
