/** Tables as kubectl prints them. */
@NullMarked
package io.beskar7.apiserver.table;

import org.jspecify.annotations.NullMarked;
