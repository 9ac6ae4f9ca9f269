/** What kind of BMC is simulated: names, limits, delays and habits, read from YAML. */
@NullMarked
package io.beskar7.simulator.persona;

import org.jspecify.annotations.NullMarked;
