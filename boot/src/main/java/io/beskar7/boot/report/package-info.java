/** What a machine says about itself, taken in, judged and put on record. */
@NullMarked
package io.beskar7.boot.report;

import org.jspecify.annotations.NullMarked;
