package io.beskar7.domain.machine;

import org.jspecify.annotations.Nullable;

/**
 * What the machine's status says so far.
 *
 * @param phase null before the first look
 * @param cause why it was not (or is) ready; null when none is known
 * @param run name of the run it was written for
 * @param provisioned whether it has ever run: never taken back
 */
public record Recorded(
    @Nullable Phase phase,
    @Nullable Cause cause,
    String message,
    @Nullable String run,
    boolean provisioned) {}
