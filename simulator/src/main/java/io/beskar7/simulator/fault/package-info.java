/** Faults: which request or machine goes wrong, when, and how. */
@NullMarked
package io.beskar7.simulator.fault;

import org.jspecify.annotations.NullMarked;
