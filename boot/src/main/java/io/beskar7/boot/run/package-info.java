/** Runs and hosts as the API has them; the only writes of run status. */
@NullMarked
package io.beskar7.boot.run;

import org.jspecify.annotations.NullMarked;
