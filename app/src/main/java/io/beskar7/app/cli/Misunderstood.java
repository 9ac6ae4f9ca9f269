package io.beskar7.app.cli;

import io.beskar7.app.config.Nearest;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what was not understood, what may have been meant, and where the help is. */
final class Misunderstood implements IParameterExceptionHandler {
  private final PrintWriter err;

  Misunderstood(PrintWriter err) {
    this.err = err;
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] args) {
    CommandSpec command = thrown.getCommandLine().getCommandSpec();
    err.println("beskar7: " + message(thrown, command));
    err.println("See '" + command.qualifiedName() + " --help'.");
    return ExitCode.USAGE;
  }

  private static String message(ParameterException thrown, CommandSpec command) {
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      String hint = nearest(name, command).map(n -> "; did you mean " + n + "?").orElse("");
      return (word.startsWith("-") ? "unknown flag " : "unknown argument ") + name + hint;
    }
    if (thrown.getArgSpec() instanceof OptionSpec option && thrown.getValue() != null) {
      return "%s is \"%s\": must be %s"
          .formatted(option.longestName(), thrown.getValue(), allowed(option.type()));
    }
    return String.valueOf(thrown.getMessage());
  }

  private static String allowed(Class<?> type) {
    if (type.isEnum()) {
      return Stream.of(type.getEnumConstants())
          .map(String::valueOf)
          .collect(Collectors.joining(" or "));
    }
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    return type == double.class ? "a number" : "a " + type.getSimpleName();
  }

  private static Optional<String> nearest(String word, CommandSpec command) {
    List<String> known = new ArrayList<>(command.subcommands().keySet());
    command.options().forEach(option -> known.addAll(List.of(option.names())));
    return Nearest.to(word, known);
  }
}
