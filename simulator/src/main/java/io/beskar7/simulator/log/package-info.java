/** What happened in a fleet, one JSON object a line, and the judgements passed on it. */
@NullMarked
package io.beskar7.simulator.log;

import org.jspecify.annotations.NullMarked;
