package io.beskar7.domain.host;

/** How far the inspection of a run has come. The constants are those of the API. */
public enum InspectionPhase {
  /** Not powered on yet. */
  PENDING,
  /** The order to power on is on record. */
  BOOTING,
  /** The boot script was handed out. */
  IN_PROGRESS,
  /** The report is there. */
  COMPLETE,
  /** The run ended, or was rejected, without a usable report. */
  FAILED,
  /** The report did not come in time. */
  TIMEOUT
}
