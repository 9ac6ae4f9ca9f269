package io.beskar7.domain.claim;

import java.util.List;
import java.util.Map;

/** A Kubernetes label selector: all terms must hold. */
public record Selector(List<Term> terms) {
  /** Selects everything. */
  public static final Selector ALL = new Selector(List.of());

  public Selector {
    terms = List.copyOf(terms);
  }

  /** Whether it selects an object with these labels. */
  public boolean matches(Map<String, String> labels) {
    return terms.stream().allMatch(term -> term.matches(labels));
  }

  /** A term, with the meaning of metav1.LabelSelectorRequirement. */
  public sealed interface Term {
    /** Whether an object with these labels meets it. */
    boolean matches(Map<String, String> labels);
  }

  /** The label is there with one of the values. */
  public record In(String key, List<String> values) implements Term {
    @Override
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return value != null && values.contains(value);
    }
  }

  /** The label is missing or has none of the values. */
  public record NotIn(String key, List<String> values) implements Term {
    @Override
    public boolean matches(Map<String, String> labels) {
      String value = labels.get(key);
      return value == null || !values.contains(value);
    }
  }

  /** The label is there. */
  public record Exists(String key) implements Term {
    @Override
    public boolean matches(Map<String, String> labels) {
      return labels.containsKey(key);
    }
  }

  /** The label is missing. */
  public record DoesNotExist(String key) implements Term {
    @Override
    public boolean matches(Map<String, String> labels) {
      return !labels.containsKey(key);
    }
  }
}
