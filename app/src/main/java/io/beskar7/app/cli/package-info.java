/** The commands: what they take, what they print, how they end. */
@NullMarked
package io.beskar7.app.cli;

import org.jspecify.annotations.NullMarked;
