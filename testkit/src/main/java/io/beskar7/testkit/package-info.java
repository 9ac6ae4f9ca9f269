/** What tests share. */
@NullMarked
package io.beskar7.testkit;

import org.jspecify.annotations.NullMarked;
