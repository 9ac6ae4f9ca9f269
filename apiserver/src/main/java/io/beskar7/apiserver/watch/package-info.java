/** Streams of changes. */
@NullMarked
package io.beskar7.apiserver.watch;

import org.jspecify.annotations.NullMarked;
