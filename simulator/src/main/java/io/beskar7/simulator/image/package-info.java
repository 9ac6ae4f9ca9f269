/** Boot artifacts and operating system images: real bytes over clear HTTP. */
@NullMarked
package io.beskar7.simulator.image;

import org.jspecify.annotations.NullMarked;
