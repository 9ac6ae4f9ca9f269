/** Reads what BMCs send field by field: a field that cannot be read costs that field only. */
@NullMarked
package io.beskar7.redfish.json;

import org.jspecify.annotations.NullMarked;
