/** The only way to a BMC. */
@NullMarked
package io.beskar7.bmc;

import org.jspecify.annotations.NullMarked;
