/**
 * What goes when something else has gone: dependents, content of namespaces, instances of removed
 * kinds, old events.
 */
@NullMarked
package io.beskar7.apiserver.gc;

import org.jspecify.annotations.NullMarked;
