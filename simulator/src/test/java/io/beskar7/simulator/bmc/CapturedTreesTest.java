package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.RawClient.basic;
import static io.beskar7.simulator.RawClient.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.beskar7.simulator.RawClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trees of real BMCs, where a folder of them is named by BESKAR7_REDFISH_TREES. */
class CapturedTreesTest {

  @Test
  void everySystemOfEveryTreeIsServed() throws IOException {
    String folder = System.getenv("BESKAR7_REDFISH_TREES");
    assumeTrue(folder != null, "BESKAR7_REDFISH_TREES is not set: no captured trees to serve");
    for (Path tree : trees(Path.of(folder))) {
      InetSocketAddress any = new InetSocketAddress(InetAddress.ofLiteral("127.9.0.8"), 0);
      try (TreeBmc bmc = TreeBmc.start(tree, any, "root", "pw");
          RawClient client = new RawClient(bmc.caPem(), bmc.address())) {
        String systems =
            json(client.get("/redfish/v1/")).path("Systems").path("@odata.id").asText();
        HttpResponse<String> members = client.get(systems, basic("root", "pw"));
        assertThat(members.statusCode()).as(tree.toString()).isEqualTo(200);
        for (JsonNode member : json(members).path("Members")) {
          String uri = member.path("@odata.id").asText();
          assertThat(client.get(uri, basic("root", "pw")).statusCode())
              .as(tree + " " + uri)
              .isEqualTo(200);
        }
      }
    }
  }

  private static List<Path> trees(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> Files.exists(entry.resolve("index.json"))).toList();
    }
  }
}
