/** Lists of resources as tables. */
@NullMarked
package io.beskar7.app.view;

import org.jspecify.annotations.NullMarked;
