package io.beskar7.apiserver.security;

import java.util.List;

/** Who asks. */
public record Identity(String name, List<String> groups) {
  public static final Identity ADMIN =
      new Identity("beskar7:admin", List.of("system:masters", "system:authenticated"));
}
