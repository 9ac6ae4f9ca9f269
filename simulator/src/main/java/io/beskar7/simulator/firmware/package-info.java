/** A machine's firmware: network boot through iPXE scripts. */
@NullMarked
package io.beskar7.simulator.firmware;

import org.jspecify.annotations.NullMarked;
