/** How log records are written. */
@NullMarked
package io.beskar7.app.log;

import org.jspecify.annotations.NullMarked;
