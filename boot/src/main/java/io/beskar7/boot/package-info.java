/** Provisioning-network server. */
@NullMarked
package io.beskar7.boot;

import org.jspecify.annotations.NullMarked;
