/** What is inside a simulated machine. */
@NullMarked
package io.beskar7.simulator.hardware;

import org.jspecify.annotations.NullMarked;
