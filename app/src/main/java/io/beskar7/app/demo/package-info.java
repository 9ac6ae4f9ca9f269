/** A whole rack in one process: what a newcomer sees first. */
@NullMarked
package io.beskar7.app.demo;

import org.jspecify.annotations.NullMarked;
