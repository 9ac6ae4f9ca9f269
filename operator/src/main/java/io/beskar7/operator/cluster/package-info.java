/** Beskar7Clusters: what Cluster API has to know of a cluster before it makes machines. */
@NullMarked
package io.beskar7.operator.cluster;

import org.jspecify.annotations.NullMarked;
