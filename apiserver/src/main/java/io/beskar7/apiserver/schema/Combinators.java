package io.beskar7.apiserver.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.apiserver.error.FieldErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code allOf}, {@code anyOf}, {@code oneOf} and {@code not}: they judge values, they specify no
 * fields.
 */
final class Combinators {
  private Combinators() {}

  static List<Rule> compile(ObjectNode raw) {
    List<Rule> rules = new ArrayList<>();
    if (raw.has("allOf")) {
      List<Schema> all = schemas(raw.get("allOf"));
      rules.add(
          (value, path, errors) -> all.forEach(s -> Validator.validate(s, value, path, errors)));
    }
    if (raw.has("anyOf")) {
      List<Schema> any = schemas(raw.get("anyOf"));
      rules.add(count(any, "must validate at least one schema (anyOf)", 1, Long.MAX_VALUE));
    }
    if (raw.has("oneOf")) {
      List<Schema> one = schemas(raw.get("oneOf"));
      rules.add(count(one, "must validate one and only one schema (oneOf)", 1, 1));
    }
    if (raw.get("not") instanceof ObjectNode not) {
      List<Schema> banned = List.of(SchemaParser.parse(not));
      rules.add(count(banned, "must not validate the schema (not)", 0, 0));
    }
    return rules;
  }

  private static List<Schema> schemas(JsonNode list) {
    List<Schema> schemas = new ArrayList<>();
    for (JsonNode item : list) {
      if (item instanceof ObjectNode object) {
        schemas.add(SchemaParser.parse(object));
      }
    }
    return schemas;
  }

  private static Rule count(List<Schema> schemas, String text, long least, long most) {
    return (value, path, errors) -> {
      long valid = schemas.stream().filter(s -> fits(s, value, path)).count();
      if (valid < least || valid > most) {
        errors.invalid(path, value, "\"" + path + "\" " + text);
      }
    };
  }

  private static boolean fits(Schema schema, JsonNode value, String path) {
    FieldErrors errors = new FieldErrors();
    Validator.validate(schema, value, path, errors);
    return errors.isEmpty();
  }
}
