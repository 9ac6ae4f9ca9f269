package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.api.host.HostState;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.time.SystemTime;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two coordinators, each behind a bad network of its own, work on one API at once. */
class ClaimStormIT {
  private static final int HOSTS = 8;
  private static final int MACHINES = 12;

  @RegisterExtension static final EmbeddedApiServer API = new EmbeddedApiServer();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void twoCoordinatorsNeverGiveOneHostTwice(long seed) {
    Rack rack = new Rack(API.client(), API.namespace());
    IntStream.range(0, HOSTS).forEach(i -> rack.addHost("h" + i));
    IntStream.range(0, MACHINES).forEach(i -> rack.addMachine("m" + i));
    try (Observer observer = new Observer(API.client(), API.namespace());
        SystemTime time = new SystemTime(1_000)) {
      FaultyApi left = new FaultyApi(new KubeClaimApi(API.client(), time), seed);
      FaultyApi right = new FaultyApi(new KubeClaimApi(API.client(), time), -seed);
      try (ClaimRoom one = room(left, time);
          ClaimRoom two = room(right, time)) {
        storm(rack, one, two);
        left.repair();
        right.repair();
        settles(rack, one, two);
      }
      assertThat(observer.violations()).isEmpty();
    }
  }

  private static ClaimRoom room(ClaimApi api, SystemTime time) {
    ClaimRoom room =
        new ClaimRoom(
            new Caches(API.client(), Set.of()),
            api,
            time,
            new ClaimWitness() {},
            Surroundings.NONE,
            _ -> {});
    room.start();
    return room;
  }

  private static void storm(Rack rack, ClaimRoom one, ClaimRoom two) {
    for (Beskar7Machine machine : rack.machines()) {
      one.wants(MachineKey.of(machine));
      two.wants(MachineKey.of(machine));
    }
    await().until(() -> consumers(rack).size() == HOSTS);
    for (String host : List.of("h0", "h3", "h5")) {
      giveBack(rack, two, rack.consumer(host), host);
    }
  }

  private static void giveBack(Rack rack, ClaimRoom room, String machine, String host) {
    Beskar7Machine deleting = rack.delete(machine);
    rack.cleaned(host);
    await()
        .ignoreExceptionsInstanceOf(KubernetesClientException.class)
        .until(() -> room.letGo(deleting) instanceof LetGo.Done);
    rack.dropFinalizer(machine);
    rack.state(host, HostState.AVAILABLE);
  }

  private static void settles(Rack rack, ClaimRoom one, ClaimRoom two) {
    await().until(() -> consumers(rack).size() == HOSTS);
    List<Beskar7Machine> machines = rack.machines();
    assertThat(machines).hasSize(MACHINES - 3);
    Set<String> bound =
        machines.stream()
            .map(two::verify)
            .filter(Binding.Bound.class::isInstance)
            .map(found -> ((Binding.Bound) found).host().getMetadata().getName())
            .collect(Collectors.toSet());
    assertThat(bound).hasSize(HOSTS);
    Set<String> holders = consumers(rack);
    for (Beskar7Machine machine : machines) {
      if (!holders.contains(machine.getMetadata().getName())) {
        String truth = "0 of 8 hosts free: 8 claimed";
        await().until(() -> one.explain(MachineKey.of(machine)).equals(truth));
        await().until(() -> two.explain(MachineKey.of(machine)).equals(truth));
      }
    }
  }

  private static Set<String> consumers(Rack rack) {
    return rack.hosts().stream()
        .map(host -> host.getSpec().consumerRef)
        .filter(Objects::nonNull)
        .map(ref -> ref.name)
        .collect(Collectors.toSet());
  }
}
