/** Cluster API's Machines and Clusters, read by group and kind in whichever version is served. */
@NullMarked
package io.beskar7.operator.owner;

import org.jspecify.annotations.NullMarked;
