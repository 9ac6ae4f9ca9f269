package io.beskar7.domain.host;

/** What the BMC has told of the server, as far as decisions need it. */
public enum Enrolment {
  /** Nothing yet. */
  NONE,
  /** It was told by another BMC address or system than the spec names now. */
  ELSEWHERE,
  /** No MAC address is known, neither from the BMC nor from the spec. */
  WITHOUT_MAC,
  /** The system offers no network boot override. */
  WITHOUT_PXE,
  /** All that a machine needs. */
  COMPLETE;

  boolean missing() {
    return this == NONE || this == ELSEWHERE;
  }
}
