package io.beskar7.domain.claim;

/** A protocol with one mistake in it. The explorer has to find each of them. */
enum Mutant {
  /** The protocol as it is. */
  NONE,
  /** The host is bound without a ticket on record. */
  NO_TICKET,
  /** A ticket that somebody else has written is not followed: another host is taken. */
  TICKETS_NOT_RESUMED,
  /** After a refused or unanswered bind the next host is taken without looking. */
  NO_GET_ON_CONFLICT,
  /** The bind does not compare the epoch. */
  EPOCH_NOT_COMPARED,
  /** The bind does not raise the epoch. */
  EPOCH_NOT_RAISED,
  /** A ticket that could still be used is given up without raising the epoch. */
  USABLE_TICKET_GIVEN_UP,
  /** A machine goes, leaving a ticket that could still be used. */
  LET_GO_LEAVES_TICKET,
  /** Consumers are found again by name. */
  NO_MACHINE_UID,
  /** Tickets name hosts by name alone. */
  NO_HOST_UID,
  /** Whether a consumer is gone is decided by a cache. */
  HEAL_FROM_CACHE,
  /** A machine is started on what a cache says of its host. */
  START_FROM_CACHE,
  /** A host is freed before it is confirmed off. */
  FREED_WHILE_RUNNING,
  /** A host becomes available without a look at the machines that name it. */
  ENROL_WITHOUT_LIST
}
