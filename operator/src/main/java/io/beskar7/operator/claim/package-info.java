/** Who holds which host. The only room that writes tickets and bindings. */
@NullMarked
package io.beskar7.operator.claim;

import org.jspecify.annotations.NullMarked;
