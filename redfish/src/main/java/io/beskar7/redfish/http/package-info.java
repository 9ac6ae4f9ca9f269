/** One HTTP exchange with a BMC: trust, deadlines that cover the body, size caps, redirects. */
@NullMarked
package io.beskar7.redfish.http;

import org.jspecify.annotations.NullMarked;
