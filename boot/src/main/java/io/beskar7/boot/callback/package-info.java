/** What a machine with a token may fetch and say. */
@NullMarked
package io.beskar7.boot.callback;

import org.jspecify.annotations.NullMarked;
