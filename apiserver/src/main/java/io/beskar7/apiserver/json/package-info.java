/**
 * The one JSON tree used everywhere: integers are always long nodes, so equal documents are equal
 * trees.
 */
@NullMarked
package io.beskar7.apiserver.json;

import org.jspecify.annotations.NullMarked;
