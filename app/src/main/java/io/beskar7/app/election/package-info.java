/** Which replica is active: one holder of a Lease. */
@NullMarked
package io.beskar7.app.election;

import org.jspecify.annotations.NullMarked;
