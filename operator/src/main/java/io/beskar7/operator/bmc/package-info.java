/** From a PhysicalHost and its Secrets to a BMC that may be spoken to, and the record of logins. */
@NullMarked
package io.beskar7.operator.bmc;

import org.jspecify.annotations.NullMarked;
