package io.beskar7.domain.hardware;

/** A value that a user wrote and that cannot be used. The message names field, value and form. */
public final class InvalidValue extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * @param field path of the field, such as hardwareRequirements.memory.capacity
   * @param value what was written there
   * @param allowed what may be written there, to follow "must be"
   */
  public InvalidValue(String field, String value, String allowed) {
    super(field + ": \"" + value + "\" cannot be used: must be " + allowed);
    this.field = field;
  }

  /** Path of the field. */
  public String field() {
    return field;
  }
}
