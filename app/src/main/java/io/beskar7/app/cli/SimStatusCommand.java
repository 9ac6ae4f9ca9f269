package io.beskar7.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.app.text.TextTable;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** beskar7 sim status. */
@Command(
    name = "status",
    description = "Ask the running fleet what a server, or each of them, is doing.",
    footer = {"", "Examples:", "  beskar7 sim status", "  beskar7 sim status host-0001 -o json"})
final class SimStatusCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  @Parameters(arity = "0..1", paramLabel = "HOST", description = "One server. Default: all.")
  @Nullable String host;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "table|json",
      description = "How to print. Default table.")
  OutputFormat output = OutputFormat.table;

  @Option(
      names = "--admin-file",
      paramLabel = "FILE",
      description = "What beskar7 sim was given as --admin-file. Default .beskar7/sim.")
  Path admin = SimCommand.ADMIN;

  private final Context context;

  SimStatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    JsonNode answer = ask(host == null ? "/fleet" : "/hosts/" + host);
    if (output == OutputFormat.json) {
      context.out().println(answer.toPrettyString());
    } else {
      context.out().print(table(host == null ? answer.path("hosts") : List.of(answer)));
    }
    return ExitCode.OK;
  }

  private JsonNode ask(String path) throws IOException, InterruptedException {
    URI uri = URI.create(address() + path);
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(uri).timeout(PATIENCE).build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode body = new ObjectMapper().readTree(response.body());
      if (response.statusCode() != 200) {
        throw new UserError(ExitCode.FAILED, body.path("error").asText(response.body()));
      }
      return body;
    } catch (ConnectException gone) {
      throw new UserError(
          ExitCode.FAILED, "no fleet answers at " + uri + ": is beskar7 sim still running?");
    }
  }

  private String address() throws IOException {
    try {
      return Files.readString(admin).strip();
    } catch (NoSuchFileException missing) {
      throw new UserError(
          ExitCode.FAILED,
          admin + " does not exist: start beskar7 sim in this directory, or give --admin-file");
    }
  }

  private static TextTable table(Iterable<JsonNode> hosts) {
    TextTable table = new TextTable("HOST", "BMC", "POWER", "MACHINE", "IMAGES", "SESSIONS");
    for (JsonNode host : hosts) {
      JsonNode machine = host.path("machine");
      table.add(
          host.path("name").asText(),
          host.path("bmcAddress").asText(),
          host.path("power").asText(),
          machine.path("phase").asText(),
          machine.path("imageWrites").asText(),
          host.path("openSessions").asText());
    }
    return table;
  }
}
