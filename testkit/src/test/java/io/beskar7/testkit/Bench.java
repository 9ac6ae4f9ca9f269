package io.beskar7.testkit;

/** What the parts of the conformance tests work with: one API, and a namespace per test. */
interface Bench {
  Raw raw();

  /** Path of the widgets in the namespace of the test. */
  String widgets();

  /** Path of a kind of the core group in the namespace of the test. */
  String core(String plural);

  static String widget(String name, String metadata, String spec) {
    return "{\"apiVersion\":\"example.org/v1\",\"kind\":\"Widget\",\"metadata\":{\"name\":\""
        + name
        + "\""
        + metadata
        + "},\"spec\":{"
        + spec
        + "}}";
  }

  default Raw.Answer create(String name) {
    return raw().post(widgets(), widget(name, "", "\"size\":3")).expect(201);
  }

  default Raw.Answer merge(String path, String patch) {
    return raw().patch(path, Raw.MERGE, patch);
  }
}
