/**
 * The inspection agent and the installed operating system, as far as other programs can see them.
 */
@NullMarked
package io.beskar7.simulator.agent;

import org.jspecify.annotations.NullMarked;
