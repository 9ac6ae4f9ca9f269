/** Durable, ordered, versioned objects: a log on disk, an immutable sorted map in memory. */
@NullMarked
package io.beskar7.apiserver.store;

import org.jspecify.annotations.NullMarked;
