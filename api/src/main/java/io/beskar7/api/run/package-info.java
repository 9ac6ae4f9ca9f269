/** ProvisioningRun: one attempt at one host, its orders and its flight record. */
package io.beskar7.api.run;
