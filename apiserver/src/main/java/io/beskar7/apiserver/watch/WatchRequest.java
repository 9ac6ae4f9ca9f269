package io.beskar7.apiserver.watch;

import io.beskar7.apiserver.resource.Selection;

/**
 * What to watch.
 *
 * @param from revision after which changes are wanted, 0 to begin with what there is
 * @param initialEvents whether what there is comes first, closed by a bookmark
 * @param bookmarks whether bookmarks are understood
 * @param seconds how long the stream may last
 */
public record WatchRequest(
    Selection selection, long from, boolean initialEvents, boolean bookmarks, long seconds) {}
