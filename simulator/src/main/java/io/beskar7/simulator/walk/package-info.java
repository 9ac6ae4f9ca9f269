/** Machines that walk from power-on to an installed operating system over real sockets. */
@NullMarked
package io.beskar7.simulator.walk;

import org.jspecify.annotations.NullMarked;
