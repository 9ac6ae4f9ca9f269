package io.beskar7.app.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fabric8.kubernetes.api.model.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of the API for its values. */
public final class Words {
  private Words() {}

  /** The value as the API writes it; "-" when absent. */
  public static String of(@Nullable Enum<?> value) {
    if (value == null) {
      return "-";
    }
    try {
      JsonProperty word =
          value.getDeclaringClass().getField(value.name()).getAnnotation(JsonProperty.class);
      return word == null ? value.name() : word.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant is a field", e);
    }
  }

  /** The condition that sums up the others, or null. */
  public static @Nullable Condition ready(@Nullable List<Condition> conditions) {
    return condition(conditions, "Ready");
  }

  /** The condition of a type, or null. */
  public static @Nullable Condition condition(@Nullable List<Condition> conditions, String type) {
    return conditions == null
        ? null
        : conditions.stream().filter(c -> type.equals(c.getType())).findFirst().orElse(null);
  }
}
