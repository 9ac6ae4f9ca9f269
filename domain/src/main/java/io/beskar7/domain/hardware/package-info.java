/**
 * What a server has, what is wanted of it, whether it is the one that was meant: all judged here,
 * before a claim and after a report.
 */
@NullMarked
package io.beskar7.domain.hardware;

import org.jspecify.annotations.NullMarked;
