/**
 * The life of a host as one pure function: from what is known to the next state, its reason, and
 * what to do about it.
 */
@NullMarked
package io.beskar7.domain.host;

import org.jspecify.annotations.NullMarked;
