/**
 * What to do about a machine: from what is known of it to what is done, said and looked at next.
 * Pure; the run of the present attempt is the main fact.
 */
@NullMarked
package io.beskar7.domain.machine;

import org.jspecify.annotations.NullMarked;
