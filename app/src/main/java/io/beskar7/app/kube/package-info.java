/** How the command comes to a Kubernetes API. */
@NullMarked
package io.beskar7.app.kube;

import org.jspecify.annotations.NullMarked;
