/** PhysicalHost: a server that is managed through its BMC. */
package io.beskar7.api.host;
