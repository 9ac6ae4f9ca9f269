package io.beskar7.app.election;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KubernetesLeaseStoreTest {
  @RegisterExtension static final EmbeddedApiServer api = EmbeddedApiServer.bare();

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");
  private static final LeaseRecord MINE = LeaseRecord.first("a", Duration.ofSeconds(15), NOON);
  private static final LeaseRecord THEIRS = LeaseRecord.first("b", Duration.ofSeconds(20), NOON);

  private KubernetesLeaseStore store;

  @BeforeEach
  void open() {
    store = store(api.namespace());
  }

  @Test
  void whatWasCreatedIsReadAgain() {
    assertThat(store.read()).isNull();
    LeaseStore.Stored created = store.create(MINE);

    assertThat(created.lease()).isEqualTo(MINE);
    assertThat(store.read()).isEqualTo(created);
  }

  @Test
  void whatWasUpdatedIsReadAgainUnderAnotherVersion() {
    LeaseStore.Stored created = store.create(MINE);
    LeaseRecord later = MINE.takenBy("b", Duration.ofSeconds(20), NOON.plusSeconds(60));
    LeaseStore.Stored updated = store.update(later, created.version());

    assertThat(updated.lease()).isEqualTo(later);
    assertThat(updated.version()).isNotEqualTo(created.version());
    assertThat(store.read()).isEqualTo(updated);
  }

  @Test
  void aReleasedLeaseIsNobodys() {
    LeaseStore.Stored created = store.create(MINE);
    store.update(MINE.released(NOON), created.version());

    assertThat(store.read().lease().holder()).isEmpty();
  }

  @Test
  void anUpdateOfAnOldVersionChangesNothing() {
    LeaseStore.Stored created = store.create(MINE);
    LeaseStore.Stored renewed =
        store.update(MINE.renewedAt(NOON.plusSeconds(2)), created.version());

    assertThat(store.update(THEIRS, created.version())).isNull();
    assertThat(store.read()).isEqualTo(renewed);
  }

  @Test
  void anUpdateOfALeaseThatIsGoneCreatesNothing() {
    LeaseStore.Stored created = store.create(MINE);
    leases().delete();

    assertThat(store.update(MINE, created.version())).isNull();
    assertThat(store.read()).isNull();
  }

  @Test
  void oneOfManyThatCreateAtOnceWins() throws Exception {
    List<Future<LeaseStore.Stored>> answers = new ArrayList<>();
    try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 8; i++) {
        LeaseRecord lease = LeaseRecord.first("p" + i, Duration.ofSeconds(15), NOON);
        answers.add(crowd.submit(() -> store.create(lease)));
      }
    }
    List<LeaseStore.Stored> winners = new ArrayList<>();
    for (Future<LeaseStore.Stored> answer : answers) {
      winners.add(answer.get());
    }
    winners.removeIf(Objects::isNull);

    assertThat(winners).containsExactly(store.read());
  }

  @Test
  void aNamespaceThatIsMissingIsAnErrorThatNamesIt() {
    KubernetesLeaseStore astray = store("nowhere");
    assertThat(astray.read()).isNull();
    assertThatThrownBy(() -> astray.create(MINE))
        .isInstanceOf(KubernetesClientException.class)
        .hasMessageContaining("nowhere");
  }

  @ParameterizedTest
  @CsvSource({"PT1S,1", "PT1.5S,2", "PT1.000001S,2", "PT0.2S,1", "PT15S,15"})
  void othersAreNeverToldToWaitLessThanTheLeaseDuration(Duration meant, int seconds) {
    store.create(LeaseRecord.first("a", meant, NOON));

    assertThat(leases().get().getSpec().getLeaseDurationSeconds()).isEqualTo(seconds);
  }

  @Test
  void whatOthersWroteBesideIsKept() {
    LeaseStore.Stored created = store.create(MINE);
    patch(
        """
        {"metadata": {"labels": {"team": "metal"}, "annotations": {"why": "audit"},
                      "finalizers": ["example.com/hold"]},
         "spec": {"strategy": "OldestEmulationVersion", "preferredHolder": "c"}}
        """);
    assertThat(store.update(MINE, created.version())).isNull();
    store.update(MINE.renewedAt(NOON.plusSeconds(2)), store.read().version());

    Lease lease = leases().get();
    assertThat(lease.getMetadata().getLabels()).containsEntry("team", "metal");
    assertThat(lease.getMetadata().getAnnotations()).containsEntry("why", "audit");
    assertThat(lease.getMetadata().getFinalizers()).containsExactly("example.com/hold");
    assertThat(lease.getSpec().getStrategy()).isEqualTo("OldestEmulationVersion");
    assertThat(lease.getSpec().getPreferredHolder()).isEqualTo("c");
    patch("{\"metadata\": {\"finalizers\": null}}");
  }

  @Test
  void aLeaseWithoutASpecificationIsNobodys() {
    store.create(MINE);
    patch("{\"spec\": null}");

    assertThat(store.read().lease())
        .isEqualTo(new LeaseRecord("", Duration.ofSeconds(1), Instant.EPOCH, Instant.EPOCH, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01T12:00:00.000000Z,2026-01-01T12:00:00Z",
    "2026-01-01T14:00:00.500000+02:00,2026-01-01T12:00:00.5Z"
  })
  void aTimeThatAnotherWroteInItsOwnWayKeepsNobodyFromTakingTheLease(String text, Instant seen) {
    store.create(MINE);
    patch("{\"spec\": {\"renewTime\": \"%s\"}}".formatted(text));

    LeaseStore.Stored stored = store.read();
    assertThat(stored.lease().holder()).isEqualTo("a");
    assertThat(stored.lease().renewed()).isEqualTo(seen);
    assertThat(store.update(THEIRS, stored.version()).lease()).isEqualTo(THEIRS);
  }

  private static KubernetesLeaseStore store(String namespace) {
    return new KubernetesLeaseStore(api.client(), namespace, "leader");
  }

  private static Resource<Lease> leases() {
    return api.client().leases().inNamespace(api.namespace()).withName("leader");
  }

  /** Not with the typed client, which cannot read all that the API accepts. */
  private static void patch(String fields) {
    api.client()
        .genericKubernetesResources("coordination.k8s.io/v1", "Lease")
        .inNamespace(api.namespace())
        .withName("leader")
        .patch(PatchContext.of(PatchType.JSON_MERGE), fields);
  }
}
