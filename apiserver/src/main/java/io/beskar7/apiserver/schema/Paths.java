package io.beskar7.apiserver.schema;

/** Field paths as users read them: {@code spec.items[0].name}. */
final class Paths {
  private Paths() {}

  static String field(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }
}
