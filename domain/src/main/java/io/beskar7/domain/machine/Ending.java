package io.beskar7.domain.machine;

import org.jspecify.annotations.Nullable;

/**
 * The end of a run.
 *
 * @param cause null when another writer gave one that machines do not know
 */
public record Ending(Outcome outcome, @Nullable Cause cause, String message) {}
