/**
 * The simulator's own port of time: a test may run its machines faster than the wall clock, or by
 * hand.
 */
@NullMarked
package io.beskar7.simulator.time;

import org.jspecify.annotations.NullMarked;
