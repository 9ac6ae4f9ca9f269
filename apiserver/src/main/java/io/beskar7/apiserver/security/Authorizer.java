package io.beskar7.apiserver.security;

/** Decides who may do what. */
public interface Authorizer {

  /**
   * One thing somebody wants to do; {@code path} for requests that are about no resource.
   *
   * @param verb Kubernetes verb such as {@code get}, {@code list}, {@code watch}
   */
  record Attributes(
      Identity user,
      String verb,
      String group,
      String resource,
      String subresource,
      String namespace,
      String name,
      String path) {}

  /** What was decided and why. */
  record Decision(boolean allowed, String reason) {}

  Decision decide(Attributes attributes);

  /** Members of {@code system:masters} may do everything, others nothing. */
  static Authorizer mastersOnly() {
    return attributes ->
        attributes.user().groups().contains("system:masters")
            ? new Decision(true, "member of system:masters")
            : new Decision(false, "not a member of system:masters");
  }
}
