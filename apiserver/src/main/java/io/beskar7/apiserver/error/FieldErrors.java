package io.beskar7.apiserver.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Collects what is wrong with fields, each with its path, in the words of apimachinery. */
public final class FieldErrors {
  private static final int SHOWN = 512;
  private static final String WRONG_TYPE = "FieldValueTypeInvalid";

  private final List<ApiException.Cause> causes = new ArrayList<>();

  public void required(String field, String detail) {
    add("FieldValueRequired", field, "Required value", detail);
  }

  public void invalid(String field, String value, String detail) {
    add("FieldValueInvalid", field, "Invalid value: " + shorten(value), detail);
  }

  public void invalid(String field, JsonNode value, String detail) {
    invalid(field, value.toString(), detail);
  }

  public void typeInvalid(String field, String actual, String wanted) {
    String detail = field + " in body must be of type " + wanted + ": \"" + actual + "\"";
    add(WRONG_TYPE, field, "Invalid value: \"" + actual + "\"", detail);
  }

  /** A text that is not of its format. */
  public void malformed(String field, JsonNode value, String format) {
    String shown = shorten(value.toString());
    String detail = field + " in body must be of type " + format + ": " + shown;
    add(WRONG_TYPE, field, "Invalid value: " + shown, detail);
  }

  public void unsupported(String field, JsonNode value, List<String> supported) {
    String values = supported.stream().map(v -> '"' + v + '"').collect(Collectors.joining(", "));
    add(
        "FieldValueNotSupported",
        field,
        "Unsupported value: " + shorten(value.toString()),
        "supported values: " + values);
  }

  public void duplicate(String field, JsonNode value) {
    add("FieldValueDuplicate", field, "Duplicate value: " + shorten(value.toString()), "");
  }

  public void forbidden(String field, String detail) {
    add("FieldValueForbidden", field, "Forbidden", detail);
  }

  public void tooLong(String field, long limit) {
    add("FieldValueTooLong", field, "Too long", "may not be more than " + limit + " bytes");
  }

  public void tooMany(String field, long actual, long limit) {
    add(
        "FieldValueTooMany",
        field,
        "Too many: " + actual,
        "must have at most " + limit + (limit == 1 ? " item" : " items"));
  }

  public boolean isEmpty() {
    return causes.isEmpty();
  }

  /** Whether a value is of another type than its field, or not of its format. */
  public boolean wrongTypes() {
    return causes.stream().anyMatch(cause -> cause.reason().equals(WRONG_TYPE));
  }

  public List<ApiException.Cause> causes() {
    return List.copyOf(causes);
  }

  /** One line; in brackets when there are several. */
  public String summary() {
    List<String> lines =
        causes.stream().map(c -> c.field() + ": " + c.message()).distinct().toList();
    return lines.size() == 1 ? lines.getFirst() : "[" + String.join(", ", lines) + "]";
  }

  private void add(String reason, String field, String what, String detail) {
    String message = detail.isEmpty() ? what : what + ": " + detail;
    causes.add(new ApiException.Cause(reason, message, field.isEmpty() ? "<nil>" : field));
  }

  private static String shorten(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
  }
}
