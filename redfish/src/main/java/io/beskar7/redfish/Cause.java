package io.beskar7.redfish;

/** The kinds of trouble a BMC can give, and what the operator should do about each. */
public enum Cause {
  UNREACHABLE("check that the BMC is up and that its address and port can be reached from here"),
  TLS_NOT_TRUSTED("trust the CA of the BMC's certificate, or renew the certificate"),
  CREDENTIALS_REFUSED("correct the user name and the password"),
  LOGIN_BLOCKED("correct the password before the BMC locks the account"),
  /** A write met 401: it was not done; whether to log in again is for the caller to say. */
  SESSION_LOST("log in again if the system is still yours"),
  PASSWORD_CHANGE_REQUIRED("change the account's password on the BMC"),
  FORBIDDEN("give the account the role Administrator or Operator on the BMC"),
  SESSION_LIMIT("close sessions on the BMC, or wait until they expire"),
  NOT_READY("wait: the BMC is starting or busy"),
  NOT_REDFISH("check the address: what answers there is not a Redfish service"),
  AMBIGUOUS_SYSTEM("name one of the listed systems"),
  SYSTEM_NOT_FOUND("correct the id of the system"),
  PXE_NOT_SUPPORTED("choose another host: this system offers no network boot override"),
  RESET_NOT_SUPPORTED("choose another host: this system offers no usable reset action"),
  OVERRIDE_NOT_TAKEN("update the BMC's firmware, or check the boot mode in its settings"),
  POWER_NOT_CONFIRMED("look at the power by hand: the BMC did not confirm the change"),
  TIMEOUT("check the BMC's load and network: it answers too slowly"),
  OUTCOME_UNKNOWN("look at the power by hand: an answer was lost"),
  UNEXPECTED_ANSWER("check the BMC's log and firmware: its answer makes no sense"),
  /** The caller's {@link Pace} said that nobody wants the answer any more. */
  ABANDONED("nothing: the call was given up by its caller");

  private final String action;

  Cause(String action) {
    this.action = action;
  }

  /** What a person should do, as a clause without a full stop. */
  public String action() {
    return action;
  }

  /** Whether the same request may bring an answer a little later, with nothing changed. */
  public boolean passing() {
    return switch (this) {
      case UNREACHABLE, SESSION_LIMIT, NOT_READY, TIMEOUT, UNEXPECTED_ANSWER -> true;
      case TLS_NOT_TRUSTED,
          CREDENTIALS_REFUSED,
          LOGIN_BLOCKED,
          SESSION_LOST,
          PASSWORD_CHANGE_REQUIRED,
          FORBIDDEN,
          NOT_REDFISH,
          AMBIGUOUS_SYSTEM,
          SYSTEM_NOT_FOUND,
          PXE_NOT_SUPPORTED,
          RESET_NOT_SUPPORTED,
          OVERRIDE_NOT_TAKEN,
          POWER_NOT_CONFIRMED,
          OUTCOME_UNKNOWN,
          ABANDONED ->
          false;
    };
  }
}
