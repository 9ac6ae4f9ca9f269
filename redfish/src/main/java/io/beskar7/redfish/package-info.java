/** Redfish client: knows HTTP and Redfish, nothing of Kubernetes. */
@NullMarked
package io.beskar7.redfish;

import org.jspecify.annotations.NullMarked;
