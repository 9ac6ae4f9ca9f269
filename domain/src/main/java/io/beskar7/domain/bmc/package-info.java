/**
 * What is asked of a BMC (one intent at a time) and what comes back, in the product's own words.
 */
@NullMarked
package io.beskar7.domain.bmc;

import org.jspecify.annotations.NullMarked;
