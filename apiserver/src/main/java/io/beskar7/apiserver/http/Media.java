package io.beskar7.apiserver.http;

import io.beskar7.apiserver.error.Refusals;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A media type with its parameters, as in Accept and Content-Type. */
record Media(String type, Map<String, String> parameters) {
  static final String JSON = "application/json";

  static Media parse(String text) {
    String[] parts = text.split(";");
    Map<String, String> parameters = new TreeMap<>();
    for (int i = 1; i < parts.length; i++) {
      String[] pair = parts[i].split("=", 2);
      parameters.put(pair[0].strip(), pair.length > 1 ? pair[1].strip() : "");
    }
    return new Media(parts[0].strip().toLowerCase(Locale.ROOT), parameters);
  }

  static List<Media> accepted(String header) {
    return header.isBlank()
        ? List.of(parse(JSON))
        : Arrays.stream(header.split(",")).map(Media::parse).toList();
  }

  boolean isJson() {
    return type.equals(JSON) || type.equals("*/*") || type.equals("application/*");
  }

  String as() {
    return parameters.getOrDefault("as", "");
  }

  String version() {
    return parameters.getOrDefault("v", "v1");
  }

  /** The first accepted form that this server can give; {@code forms} are values of {@code as}. */
  static Media choose(String header, List<String> forms) {
    for (Media media : accepted(header)) {
      if (media.isJson() && (media.as().isEmpty() || forms.contains(media.as()))) {
        return media;
      }
    }
    throw Refusals.notAcceptable(List.of(JSON));
  }
}
