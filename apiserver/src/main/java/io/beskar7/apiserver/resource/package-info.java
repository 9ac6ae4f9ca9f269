/** Kinds and what creating, changing and deleting their objects means. */
@NullMarked
package io.beskar7.apiserver.resource;

import org.jspecify.annotations.NullMarked;
