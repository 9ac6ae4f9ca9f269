package io.beskar7.api.reason;

/**
 * Every reason that conditions, runs and events give. The list in docs/reasons.md is made from it.
 */
public enum Reason {
  ENROLLING("Enrolling", "the BMC is being contacted for the first time", "wait"),
  AVAILABLE("Available", "the host can be claimed", "nothing"),
  CLAIMED("Claimed", "a machine holds the host", "nothing"),
  INSPECTING("Inspecting", "the host is asked about itself", "wait"),
  DEPLOYING("Deploying", "the operating system is being installed", "wait"),
  RUNNING("Running", "the installed system has said that it runs", "nothing"),
  CLEANING("Cleaning", "the host is powered off and cleaned after a machine let go of it", "wait"),
  ON_HOLD(
      "OnHold",
      "spec.hold keeps the host as it is",
      "set spec.hold to false when the evidence is no longer needed"),
  IN_MAINTENANCE(
      "InMaintenance",
      "spec.maintenance keeps the host out of service",
      "set spec.maintenance to false to take it back"),
  CORDONED(
      "Cordoned",
      "spec.cordoned keeps new machines off",
      "set spec.cordoned to false to let machines claim it"),
  QUARANTINED(
      "Quarantined",
      "runs on this host failed again and again",
      "look at its last runs, repair it, then set spec.maintenance to true and back to false"),
  DUPLICATE_HOST(
      "DuplicateHost", "another PhysicalHost stands for the same server", "delete one of the two"),
  WRONG_MACHINE(
      "WrongMachine",
      "another server answered than the one behind the BMC",
      "check the cabling and the BMC address, then set spec.maintenance to true and back to false"),
  BOOT_MAC_UNKNOWN("BootMACUnknown", "the BMC tells no MAC address", "set spec.bootMACAddresses"),
  SPEC_INVALID(
      "SpecInvalid", "a field of spec cannot be used", "correct the field that the message names"),
  CREDENTIALS_NOT_FOUND(
      "CredentialsNotFound", "the credentials Secret does not exist", "create the Secret"),
  CREDENTIALS_INVALID(
      "CredentialsInvalid",
      "the credentials Secret lacks a key",
      "give it keys username and password"),
  ADDRESS_NOT_ALLOWED(
      "AddressNotAllowed",
      "the credentials Secret does not allow this BMC address",
      "add the address to its annotation beskar7.io/bmc-addresses"),
  CA_BUNDLE_INVALID(
      "CABundleInvalid",
      "the CA bundle Secret is missing or holds no certificate",
      "give it a key ca.crt with PEM certificates"),
  TLS_OPTIONS_CONFLICT(
      "TLSOptionsConflict",
      "a CA bundle and insecureSkipVerify are both set",
      "remove one of the two"),
  CONNECTED("Connected", "the BMC answers", "nothing"),
  ADDRESS_CHANGED_WHILE_CLAIMED(
      "AddressChangedWhileClaimed",
      "the BMC address was edited while a machine holds the host",
      "set it back, or let the machine go first"),
  BMC_UNREACHABLE(
      "BMCUnreachable",
      "the BMC does not answer",
      "check that it is up and can be reached from here"),
  TLS_NOT_TRUSTED(
      "TLSNotTrusted",
      "the certificate of the BMC is not trusted",
      "give its CA in caBundleSecretRef, or renew the certificate"),
  CREDENTIALS_REFUSED(
      "CredentialsRefused", "the BMC refuses username or password", "correct the Secret"),
  LOGINS_STOPPED(
      "LoginsStopped",
      "two logins with this Secret failed; no more are sent, so that the BMC does not lock the account",
      "correct the Secret"),
  PASSWORD_CHANGE_REQUIRED(
      "PasswordChangeRequired",
      "the BMC wants a new password first",
      "change it on the BMC and in the Secret"),
  ACCESS_DENIED(
      "AccessDenied",
      "the account may not do this",
      "give it the Operator or Administrator role on the BMC"),
  SESSION_LIMIT(
      "SessionLimit", "the BMC has no free session", "close sessions on the BMC, or wait"),
  BMC_NOT_READY("BMCNotReady", "the BMC is starting or busy", "wait"),
  NOT_REDFISH("NotRedfish", "what answers is not a Redfish service", "check the address"),
  AMBIGUOUS_SYSTEM(
      "AmbiguousSystem",
      "the BMC serves several systems",
      "name one in redfishConnection.systemId"),
  SYSTEM_NOT_FOUND(
      "SystemNotFound", "the BMC has no system of this id", "correct redfishConnection.systemId"),
  PXE_NOT_SUPPORTED(
      "PXENotSupported", "the system offers no network boot override", "it cannot be provisioned"),
  RESET_NOT_SUPPORTED(
      "ResetNotSupported", "the system offers no usable reset action", "it cannot be provisioned"),
  OVERRIDE_NOT_TAKEN(
      "OverrideNotTaken",
      "the BMC did not keep the network boot override",
      "check the boot mode, update the firmware"),
  POWER_NOT_CONFIRMED(
      "PowerNotConfirmed", "the BMC did not confirm a power change", "look at the host by hand"),
  BMC_TIMEOUT("BMCTimeout", "the BMC answers too slowly", "check its load and network"),
  OUTCOME_UNKNOWN("OutcomeUnknown", "an answer of the BMC was lost", "look at the host by hand"),
  UNEXPECTED_ANSWER(
      "UnexpectedAnswer", "an answer of the BMC makes no sense", "check its log and firmware"),
  DELETION_BLOCKED(
      "DeletionBlocked",
      "the host is being deleted while a machine holds it",
      "delete the machine first"),
  CONSUMER_GONE("ConsumerGone", "the machine that held the host no longer exists", "nothing"),
  CONSUMER_UNPROVEN(
      "ConsumerUnproven",
      "the machine that holds the host cannot be found, and it is not proven that it is gone",
      "see the message"),
  PAUSED("Paused", "the object or its Cluster is paused", "unpause it to go on"),
  NOT_PAUSED("NotPaused", "the object is not paused", "nothing"),
  WAITING_FOR_OWNER("WaitingForOwner", "Cluster API has not set the owner yet", "wait"),
  WAITING_FOR_CLUSTER_INFRASTRUCTURE(
      "WaitingForClusterInfrastructureReady",
      "the infrastructure of the Cluster is not ready",
      "see the Beskar7Cluster"),
  WAITING_FOR_BOOTSTRAP_DATA(
      "WaitingForBootstrapData",
      "there is no bootstrap data yet",
      "wait, or create the Secret that the message names"),
  BOOTSTRAP_DATA_INVALID(
      "BootstrapDataInvalid", "the bootstrap Secret holds no data", "fill its key value"),
  BOOTSTRAP_DATA_READY("BootstrapDataReady", "the bootstrap data is there", "nothing"),
  WAITING_FOR_HOST(
      "WaitingForHost", "no host is free for the machine", "see the message; add or free hosts"),
  HOST_CLAIMED("HostClaimed", "a host is bound to the machine", "nothing"),
  ADOPTION_WAITING(
      "AdoptionWaiting",
      "the host that providerID names cannot be taken over yet",
      "see the message"),
  BOOTING("Booting", "the host is being started from the network", "wait"),
  WAITING_FOR_REPORT("WaitingForReport", "the host has not reported yet", "wait"),
  INSPECTION_COMPLETE("InspectionComplete", "the host has reported and fits", "nothing"),
  PROVISIONING("Provisioning", "the operating system is being installed", "wait"),
  PROVISIONED("Provisioned", "the machine runs", "nothing"),
  HARDWARE_REQUIREMENTS_NOT_MET(
      "HardwareRequirementsNotMet",
      "the host does not have what the machine needs",
      "see the message"),
  BOOT_TIMEOUT(
      "BootTimeout",
      "the host was powered on but never asked for its boot script",
      "check DHCP, cabling, boot order and MAC addresses"),
  INSPECTION_TIMEOUT(
      "InspectionTimeout",
      "the inspection report did not arrive in time",
      "look at the console of the host"),
  DEPLOYMENT_TIMEOUT(
      "DeploymentTimeout",
      "the installed system did not say in time that it runs",
      "look at the console of the host"),
  DEPLOYMENT_FAILED(
      "DeploymentFailed", "the machine says that the installation failed", "see the message"),
  IMAGE_DIGEST_MISMATCH(
      "ImageDigestMismatch",
      "the image does not have the digest of the spec",
      "correct image or digest"),
  POWER_ON_FAILED(
      "PowerOnFailed", "the host could not be started from the network", "see the message"),
  HOST_LOST(
      "HostLost",
      "the host of the machine no longer exists or is held by another",
      "see the message"),
  RELEASING("Releasing", "the host is being given back", "wait"),
  FORCE_RELEASED(
      "ForceReleased",
      "the host was given back without touching its BMC",
      "check by hand that the server is off"),
  DELETING("Deleting", "the object is being deleted", "wait"),
  ENDPOINT_SET("EndpointSet", "the control-plane endpoint is known", "nothing"),
  ENDPOINT_NOT_SET(
      "EndpointNotSet",
      "the control-plane endpoint is not known",
      "set spec.controlPlaneEndpoint.host"),
  CANCELLED("Cancelled", "the run was withdrawn", "nothing"),
  SUPERSEDED("Superseded", "the host is held under a newer epoch", "nothing"),
  ILLEGAL_TRANSITION(
      "IllegalTransition",
      "what is seen cannot follow the present state, so nothing is done",
      "look at the runs of the host, and report this"),
  INSPECTION_STARTED("InspectionStarted", "the host is started to be inspected", "wait"),
  HARDWARE_VALIDATION_FAILED(
      "HardwareValidationFailed",
      "the report shows that the host does not fit the machine",
      "see the message"),
  PROVISIONING_COMPLETE("ProvisioningComplete", "the machine runs", "nothing"),
  PROVISIONING_FAILED(
      "ProvisioningFailed", "the machine could not be made to run", "see the message"),
  CLAIM_CONFLICT(
      "ClaimConflict",
      "another machine was faster to claim the host",
      "nothing; the next is tried"),
  HOST_RELEASED("HostReleased", "the machine has let go of its host", "nothing");

  private final String wire;
  private final String text;
  private final String action;

  Reason(String wire, String text, String action) {
    this.wire = wire;
    this.text = text;
    this.action = action;
  }

  /** The CamelCase word in the API. */
  public String wire() {
    return wire;
  }

  /** What it means, as a clause without a full stop. */
  public String text() {
    return text;
  }

  /** What a person should do, as a clause without a full stop. */
  public String action() {
    return action;
  }
}
