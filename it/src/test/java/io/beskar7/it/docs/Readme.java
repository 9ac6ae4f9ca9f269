package io.beskar7.it.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that the README tells its reader to type, with the output that it shows. */
final class Readme {
  private static final String PROMPT = "$ ";

  /** A command and what the README shows below it. */
  record Step(String command, List<String> shown) {
    /** The header lines of tables: what may not drift, unlike ages and names. */
    List<String> headers() {
      return shown.stream()
          .filter(line -> line.matches("(NAME|HOST|TIME|LAST|NAMESPACE)\\b.*"))
          .toList();
    }
  }

  private Readme() {}

  /** All steps in fenced blocks of the language {@code console}, in their order. */
  static List<Step> steps(Path file) throws IOException {
    List<Step> steps = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(file)) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith(PROMPT)) {
        steps.add(new Step(line.substring(PROMPT.length()), new ArrayList<>()));
      } else if (inside) {
        steps.getLast().shown().add(line);
      }
    }
    return steps;
  }
}
