package io.beskar7.domain.bmc;

/** News of an intent that was submitted. */
public sealed interface BmcEvent {
  HostKey host();

  /** The id the submitter gave. */
  String operationId();

  /** It no longer waits for others: from now on it has its time. No decision is due. */
  record Started(HostKey host, String operationId) implements BmcEvent {}

  /** The step waits until the submitter has put it on record and says so. */
  record StepDue(HostKey host, String operationId, Step step) implements BmcEvent {}

  /** The last word on the intent. */
  record Finished(HostKey host, String operationId, Outcome outcome) implements BmcEvent {}
}
