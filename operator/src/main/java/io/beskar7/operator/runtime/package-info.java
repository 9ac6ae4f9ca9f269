/** Starts and stops all reconcilers together. */
@NullMarked
package io.beskar7.operator.runtime;

import org.jspecify.annotations.NullMarked;
