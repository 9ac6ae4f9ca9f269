package io.beskar7.simulator.firmware;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * One iPXE command.
 *
 * @param options the words behind the name that begin with a dash, up to the first that does not
 * @param argument the first word that is no option; empty when there is none
 * @param rest what follows the argument
 */
record Command(String name, List<String> options, String argument, String rest) {

  static Command parse(String text) {
    String[] words = text.split("\\s+");
    List<String> options = new ArrayList<>();
    int next = 1;
    while (next < words.length && words[next].startsWith("-")) {
      options.add(words[next]);
      next += takesValue(words[next]) ? 2 : 1;
    }
    String argument = next < words.length ? words[next] : "";
    int from = Math.min(next + 1, words.length);
    String rest = String.join(" ", List.of(words).subList(from, words.length));
    return new Command(words[0], List.copyOf(options), argument, rest);
  }

  boolean has(String option) {
    return options.contains(option);
  }

  /** The argument as a URL, resolved like a link in the script. */
  URI uri(URI base) throws BootException {
    if (argument.isEmpty()) {
      throw new BootException(name + ": no URL");
    }
    try {
      return base.resolve(argument);
    } catch (IllegalArgumentException e) {
      throw new BootException(name + ": not a URL", e);
    }
  }

  int seconds() throws BootException {
    if (!argument.matches("\\d{1,4}")) {
      throw new BootException(name + ": " + argument + " is not a number of seconds");
    }
    return Integer.parseInt(argument);
  }

  private static boolean takesValue(String option) {
    return option.equals("--name")
        || option.equals("-n")
        || option.equals("--timeout")
        || option.equals("-t");
  }
}
