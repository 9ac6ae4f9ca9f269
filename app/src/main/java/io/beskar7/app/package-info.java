/** The beskar7 command. */
@NullMarked
package io.beskar7.app;

import org.jspecify.annotations.NullMarked;
