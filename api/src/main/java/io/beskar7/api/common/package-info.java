/** What several kinds share. */
package io.beskar7.api.common;
