/** Beskar7Cluster and its template: what a Cluster API Cluster sees of us. */
package io.beskar7.api.cluster;
