package io.beskar7.simulator.firmware;

import io.beskar7.simulator.machine.Life;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs iPXE scripts: the commands a boot server sends, with {@code ||}, labels and settings. What
 * it does not know fails, as an unknown command does in iPXE.
 */
final class Interpreter {
  static final int MAX_KERNEL_LINE = 2048;
  private static final int MAX_COMMANDS_WITHOUT_SLEEP = 1000;
  private static final int MAX_DEPTH = 16;

  private final Life life;
  private final Fetcher fetcher;
  private final Settings settings;
  private final List<String> initrds = new ArrayList<>();
  private @Nullable String kernel;
  private String commandLine = "";
  private int commands;

  Interpreter(Life life, Fetcher fetcher) {
    this.life = life;
    this.fetcher = fetcher;
    this.settings = new Settings(life);
  }

  /** Runs the script of a URL to its end; an empty result means it ended without booting. */
  Optional<Outcome> run(URI first) throws BootException, InterruptedException {
    return run(fetched(first), 0);
  }

  private Optional<Outcome> run(Fetched first, int depth)
      throws BootException, InterruptedException {
    if (depth > MAX_DEPTH) {
      throw new BootException("more than " + MAX_DEPTH + " scripts chained without --replace");
    }
    Fetched script = first;
    while (true) {
      Jump jump = lines(script.script, script.from, depth);
      if (jump.replacement == null) {
        return Optional.ofNullable(jump.outcome);
      }
      script = jump.replacement;
    }
  }

  private Fetched fetched(URI uri) throws BootException, InterruptedException {
    return new Fetched(uri, Script.parse(fetcher.script(uri)));
  }

  private Jump lines(Script script, URI base, int depth)
      throws BootException, InterruptedException {
    for (int line = 0; line < script.lines().size(); line++) {
      String text = script.lines().get(line);
      if (text.isEmpty() || text.startsWith("#") || text.startsWith(":")) {
        continue;
      }
      Jump jump = alternatives(text, base, depth);
      if (jump.label != null) {
        line = script.label(jump.label);
      } else if (jump.ends()) {
        return jump;
      }
    }
    return Jump.NEXT;
  }

  /** The commands of a line joined by {@code ||}: the next is tried when one has failed. */
  private Jump alternatives(String line, URI base, int depth)
      throws BootException, InterruptedException {
    BootException failure = new BootException("empty command");
    for (String command : line.split("\\|\\|", -1)) {
      try {
        return command.isBlank() ? Jump.NEXT : command(command.strip(), base, depth);
      } catch (BootException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private Jump command(String text, URI base, int depth)
      throws BootException, InterruptedException {
    if (++commands > MAX_COMMANDS_WITHOUT_SLEEP) {
      throw new BootException("script runs in circles without sleeping");
    }
    Command command = Command.parse(settings.expand(text));
    return switch (command.name()) {
      case "echo", "dhcp", "ifopen", "ifconf", "imgfree" -> Jump.NEXT;
      case "set" -> {
        settings.set(command.argument(), command.rest());
        yield Jump.NEXT;
      }
      case "goto" -> Jump.to(command.argument());
      case "sleep" -> {
        commands = 0;
        life.pause(Duration.ofSeconds(command.seconds()));
        yield Jump.NEXT;
      }
      case "kernel" -> kernel(command, base);
      case "initrd", "module" -> {
        initrds.add(fetcher.artifact("initrd", command.uri(base)));
        yield Jump.NEXT;
      }
      case "boot" -> Jump.end(boot());
      case "chain" -> {
        Fetched next = fetched(command.uri(base));
        yield command.has("--replace") || command.has("-r")
            ? Jump.replace(next)
            : Jump.endIfAny(run(next, depth + 1));
      }
      case "exit", "sanboot" -> Jump.end(new Outcome.NextDevice());
      default -> throw new BootException(command.name() + ": command not found");
    };
  }

  private Jump kernel(Command command, URI base) throws BootException, InterruptedException {
    String line = command.rest();
    if (line.getBytes(StandardCharsets.UTF_8).length > MAX_KERNEL_LINE) {
      throw new BootException("kernel line is longer than " + MAX_KERNEL_LINE + " bytes");
    }
    initrds.clear();
    kernel = fetcher.artifact("kernel", command.uri(base));
    commandLine = line;
    return Jump.NEXT;
  }

  private Outcome boot() throws BootException {
    if (kernel == null) {
      throw new BootException("boot: no kernel was loaded");
    }
    return new Outcome.Kernel(commandLine, kernel, initrds);
  }

  /** A script and where it came from; fetching it may fail like any command. */
  private record Fetched(URI from, Script script) {}

  /** Where a script goes on. */
  private record Jump(
      @Nullable String label, @Nullable Fetched replacement, @Nullable Outcome outcome) {
    static final Jump NEXT = new Jump(null, null, null);

    static Jump to(String label) {
      return new Jump(label, null, null);
    }

    static Jump replace(Fetched script) {
      return new Jump(null, script, null);
    }

    static Jump end(Outcome outcome) {
      return new Jump(null, null, outcome);
    }

    static Jump endIfAny(Optional<Outcome> outcome) {
      return outcome.map(Jump::end).orElse(NEXT);
    }

    boolean ends() {
      return replacement != null || outcome != null;
    }
  }
}
