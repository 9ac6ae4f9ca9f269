/** The line between a BMC and the machine behind it. */
@NullMarked
package io.beskar7.simulator.machine;

import org.jspecify.annotations.NullMarked;
