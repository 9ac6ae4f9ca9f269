package io.beskar7.app.election;

/**
 * How this process stands in the election.
 *
 * @param leader whether it leads
 * @param holder who does, as far as is known; empty when nobody does
 */
public record Standing(boolean leader, String holder) {}
