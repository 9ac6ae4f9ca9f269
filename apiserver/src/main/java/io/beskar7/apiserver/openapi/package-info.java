/** OpenAPI v3 documents of what is served. */
@NullMarked
package io.beskar7.apiserver.openapi;

import org.jspecify.annotations.NullMarked;
