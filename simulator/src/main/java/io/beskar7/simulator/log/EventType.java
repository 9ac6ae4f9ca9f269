package io.beskar7.simulator.log;

/** The kinds of lines in a fleet's log; the names are stable, other processes read them. */
public final class EventType {
  /** A request to a BMC or to the image server ended: {@code server, method, path, status}. */
  public static final String REQUEST = "request";

  /** Right user and password: {@code bmc, user, how} (basic or session). */
  public static final String LOGIN = "login";

  /** Wrong user or password: {@code bmc, user, how}. */
  public static final String LOGIN_FAILED = "login-failed";

  /** {@code bmc, user, session}. */
  public static final String SESSION_OPENED = "session-opened";

  /** {@code bmc, session, cause} (deleted, idle or bmc-reset). */
  public static final String SESSION_CLOSED = "session-closed";

  /** A Reset action was accepted: {@code bmc, host, reset}. */
  public static final String POWER_COMMAND = "power-command";

  /** A system's power state changed: {@code bmc, host, from, to, cause}. */
  public static final String POWER_STATE = "power-state";

  /** A system was read over Redfish: {@code bmc, host, power}. */
  public static final String SYSTEM_READ = "system-read";

  /** The boot override changed: {@code bmc, host, target, enabled, cause}. */
  public static final String BOOT_OVERRIDE = "boot-override";

  /** A step of a machine's walk: {@code host, machine, step} and more by step. */
  public static final String BOOT_STEP = "boot-step";

  /** A whole image is on a machine's disk: {@code host, machine, run, digest, bytes}. */
  public static final String IMAGE_WRITTEN = "image-written";

  /** An image was refused: {@code host, machine, run, reason}. */
  public static final String IMAGE_REJECTED = "image-rejected";

  /** A fault rule acted: {@code rule, scope, action}. */
  public static final String FAULT = "fault";

  /** Somebody changed the simulation by hand: {@code host, what}. */
  public static final String EDIT = "edit";

  private EventType() {}
}
