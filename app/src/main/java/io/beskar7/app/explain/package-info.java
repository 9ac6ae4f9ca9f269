/** What one object is waiting for, since when, what happens next, and how it came there. */
@NullMarked
package io.beskar7.app.explain;

import org.jspecify.annotations.NullMarked;
