package io.beskar7.it.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimLedgerTest {
  private final ClaimLedger ledger = new ClaimLedger();

  @Test
  void aClaimAndAReleaseWithRisingEpochsAreFine() {
    ledger.snapshot(List.of(host("a", null, 0), host("b", null, 0)));
    ledger.changed(host("a", "m1", 1));
    ledger.changed(host("a", null, 2));
    ledger.changed(host("b", "m1", 1));
    assertThat(ledger.violations()).isEmpty();
    assertThat(ledger.states()).isEqualTo(5);
  }

  @Test
  void twoHostsForOneMachineAreSeen() {
    ledger.changed(host("a", "m1", 1));
    ledger.changed(host("b", "m1", 1));
    assertThat(ledger.violations()).containsExactly("C2: ns/b and ns/a name machine m1");
  }

  @Test
  void aStolenHostIsSeen() {
    ledger.changed(host("a", "m1", 1));
    ledger.changed(host("a", "m2", 1));
    assertThat(ledger.violations()).containsExactly("C1: ns/a went from m1 to m2 at epoch 1");
  }

  @Test
  void aFallingEpochIsSeen() {
    ledger.changed(host("a", "m1", 3));
    ledger.changed(host("a", null, 2));
    assertThat(ledger.violations()).containsExactly("epoch of ns/a fell from 3 to 2");
  }

  @Test
  void aSnapshotThatMovesAMachineBetweenHostsIsFine() {
    ledger.snapshot(List.of(host("a", "m1", 1), host("b", null, 0)));
    ledger.snapshot(List.of(host("a", null, 2), host("b", "m1", 1)));
    assertThat(ledger.violations()).isEmpty();
  }

  private static PhysicalHost host(String name, String machineUid, long epoch) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(
        new ObjectMetaBuilder().withNamespace("ns").withName(name).withUid("u-" + name).build());
    PhysicalHostSpec spec = new PhysicalHostSpec();
    spec.claimEpoch = epoch;
    if (machineUid != null) {
      spec.consumerRef = new ConsumerRef();
      spec.consumerRef.uid = machineUid;
    }
    host.setSpec(spec);
    return host;
  }
}
