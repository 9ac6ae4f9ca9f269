package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.reason.Reason;
import io.beskar7.testkit.EmbeddedApiServer;
import io.beskar7.testkit.VirtualTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClaimRoomIT {
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

  private void start() {
    room = new ClaimRoom(API.client(), time, recorded, Surroundings.NONE, _ -> {});
    room.start();
  }

  private Binding.Bound bound(String machine) {
    return await()
        .pollInterval(Duration.ofMillis(20))
        .until(
            () -> room.verify(rack.machine(machine)) instanceof Binding.Bound found ? found : null,
            found -> found != null);
  }

  private Binding.Bound claim(String machine) {
    room.wants(rack.key(machine));
    return bound(machine);
  }

  @Test
  void aClaimWritesTicketHolderEpochAndTheMirrorsForPeople() {
    rack.addHost("h1");
    Beskar7Machine machine = rack.addMachine("m1");
    start();

    Binding.Bound bound = claim("m1");

    PhysicalHost host = rack.host("h1");
    assertThat(bound.epoch()).isEqualTo(1);
    assertThat(host.getSpec().claimEpoch).isEqualTo(1);
    assertThat(host.getSpec().claimHostUID).isEqualTo(host.getMetadata().getUid());
    assertThat(host.getSpec().consumerRef.uid).isEqualTo(machine.getMetadata().getUid());
    assertThat(host.getSpec().consumerRef.kind).isEqualTo("Beskar7Machine");
    assertThat(host.getSpec().consumerRef.name).isEqualTo("m1");
    assertThat(host.getSpec().consumerRef.namespace).isEqualTo(API.namespace());
    assertThat(host.getMetadata().getAnnotations())
        .containsEntry(Annotations.CLAIMED_AT, "2026-01-01T00:00:00Z")
        .containsEntry(Annotations.CLAIMED_BY, "m1")
        .containsEntry(Annotations.CLAIM_EPOCH, "1");
    assertThat(rack.machine("m1").getStatus().claim.epoch).isZero();
  }

  @Test
  void thirtyMachinesShareTwentyHostsAndOneThatIsFreedServesTheNextAtOnce() {
    IntStream.range(0, 20).forEach(i -> rack.addHost("host-%02d".formatted(i)));
    IntStream.range(0, 30).forEach(i -> rack.addMachine("machine-%02d".formatted(i)));
    start();
    rack.machines().forEach(machine -> room.wants(MachineKey.of(machine)));

    await().until(() -> rack.hosts().stream().allMatch(h -> h.getSpec().consumerRef != null));
    List<String> waiting = waiting();
    assertThat(waiting).hasSize(10);
    await()
        .untilAsserted(
            () ->
                assertThat(waiting)
                    .allSatisfy(
                        name ->
                            assertThat(room.explain(rack.key(name)))
                                .isEqualTo("0 of 20 hosts free: 20 claimed")));

    String freed = rack.hosts().getFirst().getMetadata().getName();
    giveBack(rack.consumer(freed), freed);

    await().until(() -> rack.consumer(freed) != null);
    assertThat(waiting).contains(rack.consumer(freed));
    assertThat(waiting()).hasSize(9);
  }

  private List<String> waiting() {
    List<String> holders =
        rack.hosts().stream()
            .filter(host -> host.getSpec().consumerRef != null)
            .map(host -> host.getSpec().consumerRef.name)
            .toList();
    return rack.machines().stream()
        .map(machine -> machine.getMetadata().getName())
        .filter(name -> !holders.contains(name))
        .toList();
  }

  private void giveBack(String machine, String host) {
    Beskar7Machine deleting = rack.delete(machine);
    assertThat(room.letGo(deleting)).isInstanceOf(LetGo.Waiting.class);
    rack.cleaned(host);
    assertThat(room.letGo(deleting)).isInstanceOf(LetGo.Done.class);
    rack.dropFinalizer(machine);
    rack.state(host, HostState.AVAILABLE);
  }

  @Test
  void aBoundMachineLetsGoOnlyOnceItsHostIsConfirmedOff() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");

    LetGo early = room.letGo(rack.delete("m1"));
    rack.cleaned("h1");
    LetGo late = room.letGo(rack.machine("m1"));

    assertThat(early)
        .isEqualTo(
            new LetGo.Waiting(
                Reason.RELEASING,
                "host " + API.namespace() + "/h1 is being powered off and cleaned"));
    assertThat(late).isInstanceOf(LetGo.Done.class);
    assertThat(rack.host("h1").getSpec().consumerRef).isNull();
    assertThat(rack.host("h1").getSpec().claimHostUID).isNull();
    assertThat(rack.host("h1").getSpec().claimEpoch).isEqualTo(2);
    assertThat(rack.host("h1").getMetadata().getAnnotations())
        .doesNotContainKeys(
            Annotations.CLAIMED_AT, Annotations.CLAIMED_BY, Annotations.CLAIM_EPOCH);
    assertThat(recorded.events())
        .contains("m1 HostReleased", "h1 HostReleased")
        .doesNotContain("h1 ForceReleased");
  }

  @Test
  void forceReleaseDoesNotWaitForTheHost() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    rack.annotate("m1", Annotations.FORCE_RELEASE);

    assertThat(room.letGo(rack.delete("m1"))).isInstanceOf(LetGo.Done.class);
    assertThat(rack.host("h1").getSpec().consumerRef).isNull();
    assertThat(recorded.events()).contains("h1 ForceReleased");
  }

  @Test
  void aMachineThatIsMovedToAnotherClusterTouchesNoHost() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    rack.annotate("m1", Annotations.DELETE_FOR_MOVE);

    assertThat(room.letGo(rack.delete("m1"))).isInstanceOf(LetGo.Done.class);
    assertThat(rack.consumer("h1")).isEqualTo("m1");
  }

  @Test
  void aPausedMachineKeepsItsHostWhileItIsDeleted() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    rack.cleaned("h1");
    rack.annotate("m1", Annotations.PAUSED);

    assertThat(room.letGo(rack.delete("m1")))
        .isEqualTo(new LetGo.Waiting(Reason.PAUSED, "machine or Cluster is paused"));
    assertThat(rack.consumer("h1")).isEqualTo("m1");
  }

  @Test
  void aMachineWithoutTicketLetsGoAtOnce() {
    rack.addMachine("m1");
    start();

    assertThat(room.letGo(rack.delete("m1"))).isInstanceOf(LetGo.Done.class);
  }

  @Test
  void aMachineThatGivesItsHostBackMayWantAnother() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");

    room.requestRelease(rack.machine("m1"));
    assertThat(room.verify(rack.machine("m1")))
        .isEqualTo(new Binding.Waiting("the machine gives its host back"));
    rack.cleaned("h1");
    assertThat(room.letGo(rack.machine("m1"))).isInstanceOf(LetGo.Done.class);
    assertThat(rack.machine("m1").getStatus().claim).isNull();

    rack.addHost("h2");
    assertThat(claim("m1").host().getMetadata().getName()).isEqualTo("h2");
  }

  @Test
  void aHostWhoseMachineWasRemovedByForceIsFreed() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    rack.state("h1", HostState.IN_USE);

    rack.removeByForce("m1");

    await().until(() -> rack.host("h1").getSpec().consumerRef == null);
    assertThat(rack.host("h1").getSpec().claimEpoch).isEqualTo(2);
    await().untilAsserted(() -> assertThat(recorded.events()).contains("h1 ConsumerGone"));
  }

  @Test
  void aHostIsFreedAtStartWhenItsMachineWentWhileNobodyLooked() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    room.close();
    rack.removeByForce("m1");
    rack.addMachine("m1"); // another one of that name

    start();

    await().until(() -> rack.host("h1").getSpec().consumerRef == null);
  }

  @Test
  void aConsumerThatWeDidNotWriteIsLeftAlone() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    room.close();
    rack.removeByForce("m1");
    PhysicalHost host = rack.host("h1");
    host.getSpec().claimHostUID = null;
    API.client().resource(host).update();

    start();

    await().untilAsserted(() -> assertThat(recorded.events()).contains("h1 ConsumerUnproven"));
    assertThat(rack.consumer("h1")).isEqualTo("m1");
  }

  @Test
  void aMachineWhoseHostWasRemovedByForceIsToldSoAndComesToAnother() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    API.client().resource(rack.host("h1")).delete();

    assertThat(room.verify(rack.machine("m1"))).isInstanceOf(Binding.Dead.class);
    rack.addHost("h2");
    assertThat(claim("m1").host().getMetadata().getName()).isEqualTo("h2");
  }

  @Test
  void aHostMadeAgainIsNoHostOfAMachineThatHeldTheOldOne() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    claim("m1");
    API.client().resource(rack.host("h1")).delete();
    PhysicalHost again = rack.addHost("h1", host -> host.getSpec().cordoned = true);

    assertThat(room.verify(rack.machine("m1"))).isInstanceOf(Binding.Dead.class);
    assertThat(EnrolmentCheck.blocker(API.client(), again)).isEqualTo("m1");

    room.wants(rack.key("m1"));
    await().until(() -> rack.machine("m1").getStatus().claim == null);
    assertThat(EnrolmentCheck.blocker(API.client(), again)).isNull();
    assertThat(room.explain(rack.key("m1"))).isEqualTo("0 of 1 hosts free: 1 cordoned");
  }

  @Test
  void aRunningMachineTakesOverTheHostThatNamesItAndNoOther() {
    rack.addHost("h0");
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    Binding.Bound first = claim("m1");
    String host = first.host().getMetadata().getName();
    room.close();
    rack.removeByForce("m1");
    rack.addMachine(
        "m1", spec -> spec.providerID = "b7://" + API.namespace() + "/" + host); // as a move does

    start();
    Binding.Bound adopted = claim("m1");

    assertThat(adopted.host().getMetadata().getName()).isEqualTo(host);
    assertThat(adopted.epoch()).isEqualTo(2);
    assertThat(rack.host(host).getSpec().consumerRef.uid)
        .isEqualTo(rack.machine("m1").getMetadata().getUid());
  }

  @Test
  void aMachineWhoseStatusIsWrittenByItsReconcilerLosesNeitherTicketNorStatus() {
    rack.addHost("h1");
    rack.addMachine("m1");
    start();
    room.wants(rack.key("m1"));
    for (int i = 1; i <= 20; i++) {
      long generation = i;
      Retry.onConflict(
          () -> {
            Beskar7Machine read = rack.machine("m1");
            if (read.getStatus() == null) {
              read.setStatus(new io.beskar7.api.machine.Beskar7MachineStatus());
            }
            read.getStatus().observedGeneration = generation;
            return API.client().resource(read).updateStatus();
          });
    }

    bound("m1");

    assertThat(rack.machine("m1").getStatus().observedGeneration).isEqualTo(20);
  }
}
