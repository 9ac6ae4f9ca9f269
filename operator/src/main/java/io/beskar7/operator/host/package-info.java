/** The reconciler of PhysicalHost: observes, has the domain decide, records, then acts. */
@NullMarked
package io.beskar7.operator.host;

import org.jspecify.annotations.NullMarked;
