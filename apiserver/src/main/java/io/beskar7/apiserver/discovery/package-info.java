/** Which groups, versions and resources are served. */
@NullMarked
package io.beskar7.apiserver.discovery;

import org.jspecify.annotations.NullMarked;
