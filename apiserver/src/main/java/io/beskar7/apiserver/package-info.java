/** Embedded Kubernetes-compatible API. */
@NullMarked
package io.beskar7.apiserver;

import org.jspecify.annotations.NullMarked;
