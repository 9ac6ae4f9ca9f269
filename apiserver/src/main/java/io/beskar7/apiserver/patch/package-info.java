/** JSON patch, merge patch and strategic merge patch. */
@NullMarked
package io.beskar7.apiserver.patch;

import org.jspecify.annotations.NullMarked;
