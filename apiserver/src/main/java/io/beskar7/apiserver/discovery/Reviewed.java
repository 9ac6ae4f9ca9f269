package io.beskar7.apiserver.discovery;

import java.util.List;

/** Kinds that are asked, not stored. */
record Reviewed(String group, String plural, String kind) {
  static final List<Reviewed> ALL =
      List.of(
          new Reviewed(
              "authorization.k8s.io", "selfsubjectaccessreviews", "SelfSubjectAccessReview"),
          new Reviewed("authorization.k8s.io", "selfsubjectrulesreviews", "SelfSubjectRulesReview"),
          new Reviewed("authentication.k8s.io", "selfsubjectreviews", "SelfSubjectReview"));
}
