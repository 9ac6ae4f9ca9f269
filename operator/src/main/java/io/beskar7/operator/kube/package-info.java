/** What every reconciler needs of Kubernetes: careful writes, conditions, events, finalizers. */
@NullMarked
package io.beskar7.operator.kube;

import org.jspecify.annotations.NullMarked;
