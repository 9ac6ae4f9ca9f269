package io.beskar7.app;

import io.beskar7.app.cli.Cli;
import io.beskar7.app.log.Logs;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The beskar7 command. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Logs.quiet();
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    System.exit(Cli.run(args, out, err, System.getenv(), terminal));
  }
}
