package io.beskar7.apiserver.resource;

import com.fasterxml.jackson.databind.node.TextNode;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.store.Snapshot;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which moment a list may show. Reads always see the newest state, so only {@code Exact} ever shows
 * an older one.
 *
 * @param revision 0 for any
 */
public record ListVersion(long revision, boolean exact) {
  private static final List<String> MATCHES = List.of("Exact", "NotOlderThan", "");

  public static ListVersion parse(String version, String match) {
    FieldErrors errors = new FieldErrors();
    long revision = revision(version);
    if (!match.isEmpty() && version.isEmpty()) {
      errors.forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch is forbidden unless resourceVersion is provided");
    } else if (!MATCHES.contains(match)) {
      errors.unsupported("resourceVersionMatch", TextNode.valueOf(match), MATCHES);
    } else if (match.equals("Exact") && revision == 0) {
      errors.forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch \"Exact\" is forbidden for resourceVersion \"0\"");
    }
    if (!errors.isEmpty()) {
      throw Refusals.invalidOptions("ListOptions", errors);
    }
    return new ListVersion(revision, match.equals("Exact"));
  }

  /** Reads a resourceVersion parameter; empty is 0. */
  public static long revision(String version) {
    try {
      return version.isEmpty() ? 0 : Long.parseUnsignedLong(version);
    } catch (NumberFormatException _) {
      throw Refusals.badRequest("resourceVersion: Invalid value: \"" + version + "\"");
    }
  }

  /** Refuses a moment that has not come. */
  public void check(Snapshot now) {
    if (Long.compareUnsigned(revision, now.revision()) > 0) {
      throw Refusals.revisionTooLarge(revision, now.revision());
    }
  }

  Snapshot choose(Snapshot now, LongFunction<@Nullable Snapshot> past) {
    check(now);
    if (!exact) {
      return now;
    }
    Snapshot chosen = past.apply(revision);
    if (chosen == null) {
      throw Refusals.expired("The resourceVersion for the provided list is too old.");
    }
    return chosen;
  }
}
