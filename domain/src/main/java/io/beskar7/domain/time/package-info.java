/** The one port through which the product asks for the time and for being woken. */
@NullMarked
package io.beskar7.domain.time;

import org.jspecify.annotations.NullMarked;
