/** Custom resources as Java types. */
package io.beskar7.api;
