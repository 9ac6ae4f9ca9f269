/** Fleets of BMCs and machines over real sockets. */
@NullMarked
package io.beskar7.simulator;

import org.jspecify.annotations.NullMarked;
