/** Text for people: tables, ages. */
@NullMarked
package io.beskar7.app.text;

import org.jspecify.annotations.NullMarked;
