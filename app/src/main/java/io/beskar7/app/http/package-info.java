/** The small servers for metrics and probes. */
@NullMarked
package io.beskar7.app.http;

import org.jspecify.annotations.NullMarked;
