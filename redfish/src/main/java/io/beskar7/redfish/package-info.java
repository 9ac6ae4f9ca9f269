/**
 * Redfish (DMTF DSP0266) as seen by a caller: what can be asked of a BMC and what comes back. Knows
 * nothing of Kubernetes; the caller's clock comes in through {@link io.beskar7.redfish.Pace}.
 */
@NullMarked
package io.beskar7.redfish;

import org.jspecify.annotations.NullMarked;
