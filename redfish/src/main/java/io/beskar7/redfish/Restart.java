package io.beskar7.redfish;

/**
 * A reset that ended with the system on.
 *
 * @param witnessed the BMC showed that it happened: a power state in between, or a newer
 *     LastResetTime
 */
public record Restart(boolean witnessed) {}
