package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import io.beskar7.apiserver.store.Snapshot;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which moment a list may show. Reads always see the newest state, so only {@code Exact} ever shows
 * an older one.
 *
 * @param revision 0 for any
 */
public record ListVersion(long revision, boolean exact) {
  public static ListVersion parse(String version, String match) {
    long revision = revision(version);
    if (!match.isEmpty() && version.isEmpty()) {
      FieldErrors errors = new FieldErrors();
      errors.forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch is forbidden unless resourceVersion is provided");
      throw Refusals.invalidOptions("ListOptions", errors);
    }
    if (match.equals("Exact") && revision == 0) {
      FieldErrors errors = new FieldErrors();
      errors.forbidden(
          "resourceVersionMatch",
          "resourceVersionMatch \"Exact\" is forbidden for resourceVersion \"0\"");
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

  Snapshot choose(Snapshot now, LongFunction<@Nullable Snapshot> past) {
    if (revision > now.revision()) {
      throw Refusals.revisionTooLarge(revision, now.revision());
    }
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
