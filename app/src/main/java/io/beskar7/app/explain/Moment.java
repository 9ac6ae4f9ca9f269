package io.beskar7.app.explain;

import java.time.Instant;

/**
 * Something that happened.
 *
 * @param source which object told it
 */
record Moment(Instant at, String source, String what) {}
