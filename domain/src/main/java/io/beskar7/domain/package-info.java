/** Pure decisions: JDK only, clock and randomness are passed in. */
@NullMarked
package io.beskar7.domain;

import org.jspecify.annotations.NullMarked;
