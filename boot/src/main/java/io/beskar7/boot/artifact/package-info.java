/** Kernels, initrds and other files that machines fetch in clear. */
@NullMarked
package io.beskar7.boot.artifact;

import org.jspecify.annotations.NullMarked;
