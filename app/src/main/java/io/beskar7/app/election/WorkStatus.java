package io.beskar7.app.election;

import org.jspecify.annotations.Nullable;

/**
 * How a leader's work stands in this process.
 *
 * @param trouble why it does not work as it should, in words; null when nothing is known to be
 *     wrong. A start that failed is kept for ten minutes, unless another succeeds
 * @param stuck whether only a new process can help, because the work does not end
 */
public record WorkStatus(Stage stage, @Nullable String trouble, boolean stuck) {}
