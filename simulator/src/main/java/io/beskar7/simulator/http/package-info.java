/** HTTP/1.1 over sockets the simulator holds in its own hands, so that it can also break them. */
@NullMarked
package io.beskar7.simulator.http;

import org.jspecify.annotations.NullMarked;
