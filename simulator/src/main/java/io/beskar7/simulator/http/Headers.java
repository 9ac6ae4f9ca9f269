package io.beskar7.simulator.http;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Header fields in their order; names compare without case (RFC 9110 section 5.1). */
public final class Headers {
  private final List<Field> fields = new ArrayList<>();

  /** Appends a field. */
  public Headers add(String name, String value) {
    fields.add(new Field(name, value));
    return this;
  }

  /** The first value, or null when there is no such field. */
  public @Nullable String first(String name) {
    for (Field field : fields) {
      if (field.name.equalsIgnoreCase(name)) {
        return field.value;
      }
    }
    return null;
  }

  /** Whether the first value equals the text, without case. */
  public boolean has(String name, String value) {
    return value.equalsIgnoreCase(first(name));
  }

  /** All fields in their order. */
  public List<Field> fields() {
    return List.copyOf(fields);
  }

  /** One header field. */
  public record Field(String name, String value) {}
}
