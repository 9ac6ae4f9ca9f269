/** Reconcilers and the adapters around them. */
@NullMarked
package io.beskar7.operator;

import org.jspecify.annotations.NullMarked;
