package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Claim;
import io.beskar7.testkit.EmbeddedApiServer;
import io.beskar7.testkit.VirtualTime;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one process leaves half done, another one settles. Time stands still throughout. */
class ClaimRestartIT {
  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  private final VirtualTime time = new VirtualTime();
  private final Recorded recorded = new Recorded();
  private Rack rack;
  private Observer observer;
  private ClaimRoom room;

  @BeforeEach
  void open() {
    rack = new Rack(API.client(), API.namespace());
    observer = new Observer(API.client(), API.namespace());
  }

  @AfterEach
  void close() {
    room.close();
    observer.close();
    recorded.close();
    assertThat(observer.violations()).isEmpty();
  }

  private ClaimApi honest() {
    return new KubeClaimApi(API.client(), time);
  }

  private void start(ClaimApi api) {
    room =
        new ClaimRoom(
            new Caches(API.client(), Set.of()),
            api,
            time,
            new ClaimNews(recorded),
            Surroundings.NONE,
            _ -> {});
    room.start();
  }

  /** m1 holds a ticket for h1 that was never used. */
  private Claim diesAfterTicket() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start(DyingApi.afterTicket(honest()));
    room.wants(rack.key("m1"));
    await().until(() -> time.waiting() == 1); // it has given up for now
    room.close();
    return rack.machine("m1").getStatus().claim;
  }

  private void wanted() {
    start(honest());
    room.wants(rack.key("m1"));
  }

  @Test
  void aTicketThatWasNeverUsedIsUsedByTheNextProcess() {
    Claim ticket = diesAfterTicket();
    rack.addHost("h0");

    wanted();

    await().until(() -> rack.consumer("h1") != null);
    assertThat(rack.machine("m1").getStatus().claim.epoch).isEqualTo(ticket.epoch);
    assertThat(rack.host("h1").getSpec().claimEpoch).isEqualTo(ticket.epoch + 1);
    assertThat(rack.consumer("h0")).isNull();
  }

  @Test
  void aTicketWhoseHostNoLongerFitsIsMadeUselessBeforeAnotherHostIsTaken() {
    diesAfterTicket();
    PhysicalHost host = rack.host("h1");
    host.getSpec().cordoned = true;
    API.client().resource(host).update();
    rack.addHost("h2");

    wanted();

    await().until(() -> rack.consumer("h2") != null);
    assertThat(rack.host("h1").getSpec().claimEpoch).isEqualTo(1);
    assertThat(rack.consumer("h1")).isNull();
  }

  @Test
  void aTicketForAHostThatWasMadeAgainIsReplaced() {
    Claim ticket = diesAfterTicket();
    API.client().resource(rack.host("h1")).delete();
    rack.addHost("h1");

    wanted();

    await().until(() -> rack.consumer("h1") != null);
    assertThat(rack.machine("m1").getStatus().claim.hostUID)
        .isEqualTo(rack.host("h1").getMetadata().getUid())
        .isNotEqualTo(ticket.hostUID);
  }

  @Test
  void aMachineThatGoesMakesItsUnusedTicketUseless() {
    diesAfterTicket();
    start(honest());

    assertThat(room.letGo(rack.delete("m1"))).isInstanceOf(LetGo.Done.class);
    assertThat(rack.host("h1").getSpec().claimEpoch).isEqualTo(1);
    assertThat(rack.consumer("h1")).isNull();
  }

  @Test
  void aMachineIsNotBoundWhileItsTicketIsUnused() {
    diesAfterTicket();
    start(honest());

    assertThat(room.verify(rack.machine("m1")))
        .isEqualTo(
            new Binding.Waiting("the claim of host " + API.namespace() + "/h1 is not settled yet"));
  }

  @Test
  void aClaimThatTheRoomIsStillAtIsUnderway() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start(DyingApi.afterTicket(honest()));
    room.wants(rack.key("m1"));
    await().until(() -> time.waiting() == 1); // it tries again later

    assertThat(room.verify(rack.machine("m1"))).isEqualTo(new Binding.Underway());
  }

  @Test
  void whoLosesARaceTriesTheNextHostAtOnceAndSaysSo() {
    rack.addHost("h1");
    rack.addMachine("m1");
    AtomicBoolean first = new AtomicBoolean(true);
    start(
        new DyingApi(
            honest(),
            host -> {
              if (first.getAndSet(false)) {
                rack.addHost("h2");
                rivalTakes("h1");
              }
            }));

    room.wants(rack.key("m1"));

    await().until(() -> "m1".equals(rack.consumer("h2")));
    assertThat(rack.consumer("h1")).isEqualTo("rival");
    assertThat(recorded.events()).contains("m1 ClaimConflict");
    assertThat(recorded.linesOf("m1"))
        .containsAll(
            Set.of("selecting host", "deterministic host selection", "optimistic lock conflict"));
    assertThat(time.waiting()).isZero();
  }

  private void rivalTakes(String name) {
    PhysicalHost host = rack.host(name);
    host.getSpec().consumerRef = new ConsumerRef();
    host.getSpec().consumerRef.kind = "Beskar7Machine";
    host.getSpec().consumerRef.name = "rival";
    host.getSpec().consumerRef.uid = rack.addMachine("rival").getMetadata().getUid();
    host.getSpec().claimEpoch = 1L;
    host.getSpec().claimHostUID = host.getMetadata().getUid();
    API.client().resource(host).update();
  }
}
