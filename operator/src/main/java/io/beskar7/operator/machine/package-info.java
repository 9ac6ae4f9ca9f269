/** Beskar7Machines: from a wish to a running node, and back. */
@NullMarked
package io.beskar7.operator.machine;

import org.jspecify.annotations.NullMarked;
