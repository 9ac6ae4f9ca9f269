package io.beskar7.apiserver.error;

import java.util.List;

/** The refusals of the Kubernetes API, in its words. */
public final class Refusals {
  private Refusals() {}

  /** What a refusal is about: {@code plural.group "name"}. */
  public record Target(String group, String plural, String kind, String name) {
    String quoted() {
      String resource = group.isEmpty() ? plural : plural + "." + group;
      return name.isEmpty() ? resource : resource + " \"" + name + "\"";
    }

    String quotedKind() {
      return (group.isEmpty() ? kind : kind + "." + group) + " \"" + name + "\"";
    }
  }

  public static ApiException notFound(Target target) {
    return about(new ApiException(404, "NotFound", target.quoted() + " not found"), target);
  }

  public static ApiException noSuchPath() {
    return new ApiException(404, "NotFound", "the server could not find the requested resource");
  }

  public static ApiException alreadyExists(Target target, boolean deleting) {
    String going = deleting ? "object is being deleted: " : "";
    return about(
        new ApiException(409, "AlreadyExists", going + target.quoted() + " already exists"),
        target);
  }

  public static ApiException conflict(Target target) {
    return conflict(
        target,
        "the object has been modified; please apply your changes to the latest version and try"
            + " again");
  }

  public static ApiException conflict(Target target, String why) {
    return about(
        new ApiException(
            409, "Conflict", "Operation cannot be fulfilled on " + target.quoted() + ": " + why),
        target);
  }

  public static ApiException forbidden(Target target, String why) {
    return about(
        new ApiException(403, "Forbidden", target.quoted() + " is forbidden: " + why), target);
  }

  public static ApiException badRequest(String message) {
    return new ApiException(400, "BadRequest", message);
  }

  public static ApiException methodNotAllowed() {
    return new ApiException(
        405, "MethodNotAllowed", "the server does not allow this method on the requested resource");
  }

  public static ApiException unauthorized() {
    return new ApiException(401, "Unauthorized", "Unauthorized");
  }

  public static ApiException unsupportedMediaType(List<String> accepted) {
    return new ApiException(
        415,
        "UnsupportedMediaType",
        "the body of the request was in an unknown format - accepted media types include: "
            + String.join(", ", accepted));
  }

  public static ApiException notAcceptable(List<String> accepted) {
    return new ApiException(
        406,
        "NotAcceptable",
        "only the following media types are accepted: " + String.join(", ", accepted));
  }

  public static ApiException tooLarge(long limit) {
    return new ApiException(
        413, "RequestEntityTooLarge", "Request entity too large: limit is " + limit);
  }

  public static ApiException expired(String message) {
    return new ApiException(410, "Expired", message);
  }

  public static ApiException revisionTooLarge(long wanted, long current) {
    return new ApiException(
            504,
            "Timeout",
            "Timeout: Too large resource version: " + wanted + ", current: " + current)
        .because(
            List.of(
                new ApiException.Cause(
                    "ResourceVersionTooLarge", "Too large resource version", "")))
        .retryAfter(1);
  }

  public static ApiException invalid(Target target, FieldErrors errors) {
    return new ApiException(
            422, "Invalid", target.quotedKind() + " is invalid: " + errors.summary())
        .about(target.group(), target.kind(), target.name())
        .because(errors.causes());
  }

  /** Options of a request, of that kind of {@code meta.k8s.io}, that cannot be. */
  public static ApiException invalidOptions(String kind, FieldErrors errors) {
    return invalid(new Target("meta.k8s.io", "", kind, ""), errors);
  }

  private static ApiException about(ApiException refusal, Target target) {
    return refusal.about(target.group(), target.plural(), target.name());
  }
}
