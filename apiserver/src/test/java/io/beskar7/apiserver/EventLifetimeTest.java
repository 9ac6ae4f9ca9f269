package io.beskar7.apiserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLifetimeTest {
  private static final String EVENTS = "/api/v1/namespaces/default/events";

  @TempDir Path directory;
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @Test
  void anEventGoesAnHourAfterItsLastChangeAndNothingElseGoes() throws Exception {
    try (EmbeddedApi api = start();
        Wire wire = new Wire(api)) {
      event(wire, "old");
      event(wire, "repeated");
      wire.send("POST", Wire.MAPS, Wire.map("kept", "v")).expect(201);
      pass(Duration.ofMinutes(59));
      event(wire, "young");
      wire.merge(EVENTS + "/repeated", "{\"count\":2}").expect(200);
      awaitEnd(wire, "sentinel");
      wire.get(EVENTS + "/old").expect(200);

      pass(Duration.ofMinutes(2));
      wire.send("POST", Wire.MAPS, Wire.map("wakes", "v")).expect(201);
      await().until(() -> wire.get(EVENTS + "/old").code() == 404);
      wire.get(EVENTS + "/young").expect(200);
      wire.get(EVENTS + "/repeated").expect(200);
      wire.get(Wire.MAPS + "/kept").expect(200);
    }
  }

  @Test
  void eventsFoundAtTheStartGoAnHourLater() throws Exception {
    try (EmbeddedApi api = start();
        Wire wire = new Wire(api)) {
      event(wire, "old");
    }
    try (EmbeddedApi api = start();
        Wire wire = new Wire(api)) {
      wire.get(EVENTS + "/old").expect(200);
      pass(Duration.ofMinutes(61));
      wire.send("POST", Wire.MAPS, Wire.map("wakes", "v")).expect(201);
      await().until(() -> wire.get(EVENTS + "/old").code() == 404);
      assertThat(wire.get(EVENTS).body().path("items")).isEmpty();
    }
  }

  private EmbeddedApi start() {
    return EmbeddedApi.start(EmbeddedApi.Config.in(directory), now::get);
  }

  private void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private static void event(Wire wire, String name) throws Exception {
    String body =
        "{\"metadata\":{\"name\":\"%s\"},\"involvedObject\":{\"namespace\":\"default\"}}"
            .formatted(name);
    wire.send("POST", EVENTS, body).expect(201);
  }

  /** What the collector removes at once shows that it has looked at all that was there before. */
  private static void awaitEnd(Wire wire, String name) throws Exception {
    String owned =
        "{\"metadata\":{\"name\":\"%s\",\"ownerReferences\":[{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"name\":\"none\",\"uid\":\"none\"}]}}"
            .formatted(name);
    wire.send("POST", Wire.MAPS, owned).expect(201);
    await().until(() -> wire.get(Wire.MAPS + "/" + name).code() == 404);
  }
}
