/** What a machine that boots from the network is told. */
@NullMarked
package io.beskar7.boot.script;

import org.jspecify.annotations.NullMarked;
