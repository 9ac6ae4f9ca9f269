/** The vocabulary of reasons. */
package io.beskar7.api.reason;
