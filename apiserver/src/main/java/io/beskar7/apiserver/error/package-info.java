/** Refusals as the Kubernetes Status object says them. */
@NullMarked
package io.beskar7.apiserver.error;

import org.jspecify.annotations.NullMarked;
