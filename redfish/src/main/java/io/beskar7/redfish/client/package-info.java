/** The calls of the client, as algorithms over single exchanges. */
@NullMarked
package io.beskar7.redfish.client;

import org.jspecify.annotations.NullMarked;
