package io.beskar7.domain.bmc;

/** Why an intent was not reached, and what the operator should do about it. */
public enum BmcFailure {
  UNREACHABLE(true, "check that the BMC is up and its address and port can be reached from here"),
  TLS_NOT_TRUSTED(
      false, "give the CA of the BMC's certificate in caBundleSecretRef, or renew the certificate"),
  CREDENTIALS_REFUSED(false, "correct username and password in the credentials Secret"),
  LOGIN_GUARD(false, "correct username and password in the credentials Secret"),
  PASSWORD_CHANGE_REQUIRED(false, "change the account's password on the BMC and in the Secret"),
  FORBIDDEN(false, "give the account the Administrator or Operator role on the BMC"),
  SESSION_LIMIT(true, "close sessions on the BMC, or wait until they expire"),
  NOT_READY(true, "wait: the BMC is starting or busy"),
  NOT_REDFISH(false, "check the address: what answers there is not a Redfish service"),
  AMBIGUOUS_SYSTEM(false, "name one of the listed systems in redfishConnection.systemId"),
  SYSTEM_NOT_FOUND(false, "correct redfishConnection.systemId: the BMC has no such system"),
  PXE_NOT_SUPPORTED(false, "this system offers no network boot override: it cannot be provisioned"),
  RESET_NOT_SUPPORTED(false, "this system offers no usable reset action"),
  OVERRIDE_NOT_TAKEN(true, "update the BMC's firmware, or check the boot mode in its settings"),
  POWER_NOT_CONFIRMED(true, "look at the host's power by hand: the BMC did not confirm the change"),
  TIMEOUT(true, "check the BMC's load and network: it answers too slowly"),
  OUTCOME_UNKNOWN(true, "look at the host's power by hand: an answer was lost"),
  UNEXPECTED_ANSWER(true, "check the BMC's log and firmware: its answer makes no sense");

  private final boolean retryable;
  private final String action;

  BmcFailure(boolean retryable, String action) {
    this.retryable = retryable;
    this.action = action;
  }

  /** Whether time alone may cure it; otherwise only a change of spec, Secret or BMC does. */
  public boolean retryable() {
    return retryable;
  }

  /** What a person should do, as a clause without a full stop. */
  public String action() {
    return action;
  }
}
