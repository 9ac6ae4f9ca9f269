/** The server's certificate authority and its certificate. */
@NullMarked
package io.beskar7.boot.tls;

import org.jspecify.annotations.NullMarked;
