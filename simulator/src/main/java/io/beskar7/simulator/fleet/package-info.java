/** Whole fleets: BMCs, machines, images and the log they share. */
@NullMarked
package io.beskar7.simulator.fleet;

import org.jspecify.annotations.NullMarked;
