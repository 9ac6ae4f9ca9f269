/** One port for clear HTTP and TLS, and what an endpoint sees of it. */
@NullMarked
package io.beskar7.boot.http;

import org.jspecify.annotations.NullMarked;
