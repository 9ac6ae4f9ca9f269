package io.beskar7.operator.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.time.SystemTime;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.Event;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class KubeIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  private StatusWriter writer;
  private Finalizers finalizers;
  private PhysicalHost host;

  @BeforeEach
  void create() {
    writer = new StatusWriter(api.client());
    finalizers = new Finalizers(api.client());
    PhysicalHost made = new PhysicalHost();
    made.getMetadata().setNamespace(api.namespace());
    made.getMetadata().setName("h1");
    made.setSpec(new PhysicalHostSpec());
    made.getSpec().redfishConnection = new RedfishConnection();
    made.getSpec().redfishConnection.address = "bmc";
    host = api.client().resource(made).create();
  }

  @Test
  void a_status_is_written_once_and_then_left_alone() {
    WriteResult<PhysicalHost> first = writer.status(host, run("a"));
    assertThat(first).isInstanceOf(WriteResult.Written.class);
    PhysicalHost written = live();
    assertThat(writer.status(written, run("a"))).isInstanceOf(WriteResult.Unchanged.class);
    assertThat(live().getMetadata().getResourceVersion())
        .isEqualTo(written.getMetadata().getResourceVersion());
  }

  @Test
  void a_write_on_an_old_version_is_a_conflict_and_changes_nothing() {
    writer.status(host, run("a"));
    assertThat(writer.status(host, run("b"))).isInstanceOf(WriteResult.Conflict.class);
    assertThat(live().getStatus().run).isEqualTo("a");
    PhysicalHost next = writer.copy(host);
    next.getSpec().cordoned = true;
    assertThat(writer.update(host, next)).isInstanceOf(WriteResult.Conflict.class);
    assertThat(finalizers.add(host, "example.com/f")).isInstanceOf(WriteResult.Conflict.class);
  }

  @Test
  void a_write_to_what_is_gone_says_so() {
    api.client().resource(host).delete();
    assertThat(writer.status(host, run("a"))).isInstanceOf(WriteResult.Gone.class);
  }

  @Test
  void finalizers_come_and_go_and_leave_those_of_others() {
    finalizers.add(host, "example.com/other");
    finalizers.add(live(), Finalizers.PHYSICAL_HOST);
    assertThat(live().getFinalizers())
        .containsExactly("example.com/other", Finalizers.PHYSICAL_HOST);
    finalizers.drop(live(), Finalizers.PHYSICAL_HOST);
    assertThat(live().getFinalizers()).containsExactly("example.com/other");
  }

  @Test
  void the_same_event_again_is_counted_over_restarts() {
    try (SystemTime time = new SystemTime(1)) {
      for (int process = 0; process < 2; process++) {
        int wanted = 2 * (process + 1);
        try (EventRecorder events = new EventRecorder(api.client(), time)) {
          events.normal(host, Reason.AVAILABLE, "free");
          events.normal(host, Reason.AVAILABLE, "free");
          await().until(() -> events().size() == 1 && events().getFirst().getCount() == wanted);
        }
      }
    }
    assertThat(events().getFirst().getInvolvedObject().getUid())
        .isEqualTo(host.getMetadata().getUid());
  }

  private static List<Event> events() {
    return api.client().v1().events().inNamespace(api.namespace()).list().getItems();
  }

  private static PhysicalHostStatus run(String name) {
    PhysicalHostStatus status = new PhysicalHostStatus();
    status.run = name;
    return status;
  }

  private PhysicalHost live() {
    return api.client().resource(host).get();
  }
}
