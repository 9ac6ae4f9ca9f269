/** The object graph of a process that serves, and its orderly end. */
@NullMarked
package io.beskar7.app.run;

import org.jspecify.annotations.NullMarked;
