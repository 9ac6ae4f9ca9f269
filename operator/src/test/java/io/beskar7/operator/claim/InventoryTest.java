package io.beskar7.operator.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.domain.claim.ObjectName;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventoryTest {
  private static final ObjectName NAME = new ObjectName("ns", "h");

  private final List<PhysicalHost> cache = new ArrayList<>();
  private final Inventory inventory =
      new Inventory(_ -> cache, _ -> cache.isEmpty() ? null : cache.getFirst());

  private static PhysicalHost host(String uid, String version, long epoch) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(
        new ObjectMetaBuilder()
            .withNamespace("ns")
            .withName("h")
            .withUid(uid)
            .withResourceVersion(version)
            .build());
    host.setSpec(new PhysicalHostSpec());
    host.getSpec().claimEpoch = epoch;
    return host;
  }

  private void cached(PhysicalHost host) {
    cache.clear();
    cache.add(host);
  }

  @Test
  void whatWasWrittenHereGoesBeforeACacheThatLags() {
    cached(host("u", "1", 0));
    PhysicalHost written = host("u", "2", 1);
    inventory.saw(NAME, written);

    assertThat(inventory.in("ns")).containsExactly(written);
  }

  @Test
  void aCacheThatHasCaughtUpIsBelievedAgain() {
    cached(host("u", "1", 0));
    inventory.saw(NAME, host("u", "2", 1));
    PhysicalHost polled = host("u", "3", 1);
    cached(polled);

    assertThat(inventory.in("ns")).containsExactly(polled);
  }

  @Test
  void aHostThatIsGoneIsNotNominatedUntilTheCacheMoves() {
    cached(host("u", "1", 0));
    inventory.saw(NAME, null);
    assertThat(inventory.in("ns")).isEmpty();

    PhysicalHost again = host("v", "9", 0);
    cached(again);
    assertThat(inventory.in("ns")).containsExactly(again);
  }

  @Test
  void anotherIncarnationGoesBeforeTheOneInTheCache() {
    cached(host("u", "1", 7));
    PhysicalHost again = host("v", "9", 0);
    inventory.saw(NAME, again);

    assertThat(inventory.in("ns")).containsExactly(again);
  }

  @Test
  void anOldReadDoesNotHideANewerCache() {
    PhysicalHost newer = host("u", "5", 3);
    cached(newer);
    inventory.saw(NAME, host("u", "2", 1));

    assertThat(inventory.in("ns")).containsExactly(newer);
  }
}
