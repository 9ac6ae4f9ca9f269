/** Everything that can be set: one table of flags, keys and environment variables. */
@NullMarked
package io.beskar7.app.config;

import org.jspecify.annotations.NullMarked;
