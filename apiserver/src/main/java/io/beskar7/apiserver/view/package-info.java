/** How objects, lists and changes are shown: whole, as metadata only, as tables. */
@NullMarked
package io.beskar7.apiserver.view;

import org.jspecify.annotations.NullMarked;
