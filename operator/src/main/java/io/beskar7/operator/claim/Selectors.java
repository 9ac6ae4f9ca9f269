package io.beskar7.operator.claim;

import io.beskar7.domain.claim.Selector;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** spec.hostSelector as the protocol sees it. */
final class Selectors {
  private Selectors() {}

  static Selector of(@Nullable LabelSelector selector) {
    if (selector == null) {
      return Selector.ALL;
    }
    List<Selector.Term> terms = new ArrayList<>();
    if (selector.getMatchLabels() != null) {
      selector
          .getMatchLabels()
          .forEach((key, value) -> terms.add(new Selector.In(key, List.of(value))));
    }
    if (selector.getMatchExpressions() != null) {
      selector.getMatchExpressions().forEach(expression -> terms.add(term(expression)));
    }
    return new Selector(terms);
  }

  private static Selector.Term term(LabelSelectorRequirement expression) {
    String key = expression.getKey();
    List<String> values = expression.getValues() == null ? List.of() : expression.getValues();
    return switch (expression.getOperator()) {
      case "In" -> new Selector.In(key, values);
      case "NotIn" -> new Selector.NotIn(key, values);
      case "Exists" -> new Selector.Exists(key);
      case "DoesNotExist" -> new Selector.DoesNotExist(key);
      default -> new Selector.In(key, List.of()); // an operator we do not know selects nothing
    };
  }
}
