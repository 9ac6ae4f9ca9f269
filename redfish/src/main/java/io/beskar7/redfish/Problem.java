package io.beskar7.redfish;

/**
 * Why a call did not reach its goal.
 *
 * @param message names the BMC's address and what was seen; equal trouble gives an equal message
 *     (no times, no counters), and it never holds a secret
 */
public record Problem(Cause cause, String message) {}
