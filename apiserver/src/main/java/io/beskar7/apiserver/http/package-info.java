/** Requests in, responses out: authenticate, authorize, audit, handle. */
@NullMarked
package io.beskar7.apiserver.http;

import org.jspecify.annotations.NullMarked;
