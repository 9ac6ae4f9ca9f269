/** A captured Redfish tree, served read-only. */
@NullMarked
package io.beskar7.simulator.tree;

import org.jspecify.annotations.NullMarked;
