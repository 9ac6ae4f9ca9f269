/** A BMC: its Redfish service, its sessions, the power and boot settings of its systems. */
@NullMarked
package io.beskar7.simulator.bmc;

import org.jspecify.annotations.NullMarked;
