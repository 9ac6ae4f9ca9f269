/** Beskar7Machine and its template: what asks for a host and becomes a node. */
package io.beskar7.api.machine;
