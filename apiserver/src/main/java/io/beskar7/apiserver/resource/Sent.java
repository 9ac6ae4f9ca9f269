package io.beskar7.apiserver.resource;

import io.beskar7.apiserver.error.ApiException;
import io.beskar7.apiserver.error.FieldErrors;
import io.beskar7.apiserver.error.Refusals;
import java.util.List;

/**
 * What a client sent.
 *
 * @param patch whether it is a change of what is there, not a whole object
 * @param duplicates paths of fields it gave more than once
 */
record Sent(Address at, boolean patch, List<String> duplicates) {

  /**
   * The refusal of what cannot be read as an object of its kind. The object is not shown, as it may
   * be a Secret.
   */
  ApiException undecodable(String why) {
    String kind = at.type().kind();
    if (patch) {
      FieldErrors errors = new FieldErrors();
      errors.invalid("patch", "the patched " + kind, why);
      return Refusals.invalid(at.target(), errors);
    }
    return Refusals.badRequest(
        "%s in version \"%s\" cannot be handled as a %s: %s"
            .formatted(kind, at.version().name(), kind, why));
  }
}
