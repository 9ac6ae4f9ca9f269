/** Structural OpenAPI v3 schemas: pruning, defaulting and validation. */
@NullMarked
package io.beskar7.apiserver.schema;

import org.jspecify.annotations.NullMarked;
