/** A certificate authority and leaf certificates for loopback addresses. */
@NullMarked
package io.beskar7.simulator.tls;

import org.jspecify.annotations.NullMarked;
