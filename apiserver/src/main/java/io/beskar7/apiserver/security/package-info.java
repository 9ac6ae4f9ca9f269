/** Keys, certificates, tokens, identities. */
@NullMarked
package io.beskar7.apiserver.security;

import org.jspecify.annotations.NullMarked;
