package io.beskar7.it.harness;

import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who held which host, state by state as the API told it: no host may change hands without a raised
 * epoch, no two hosts may name one machine (invariants C1 and C2).
 */
final class ClaimLedger {
  private final Map<String, Holder> holders = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private int states;

  private record Holder(String hostUid, @Nullable String machineUid, long epoch) {}

  /** A consistent list of all hosts, as after a lost watch. */
  synchronized void snapshot(List<PhysicalHost> hosts) {
    Map<String, Holder> before = Map.copyOf(holders);
    holders.clear();
    for (PhysicalHost host : hosts) {
      holders.put(key(host), holder(host));
    }
    for (PhysicalHost host : hosts) {
      check(key(host), before.get(key(host)));
    }
  }

  /** One change, in the order of the watch. */
  synchronized void changed(PhysicalHost host) {
    Holder before = holders.put(key(host), holder(host));
    check(key(host), before);
  }

  synchronized void deleted(PhysicalHost host) {
    holders.remove(key(host));
  }

  synchronized List<String> violations() {
    return List.copyOf(violations);
  }

  synchronized int states() {
    return states;
  }

  private void check(String key, @Nullable Holder before) {
    states++;
    Holder now = holders.get(key);
    if (before != null && before.hostUid().equals(now.hostUid())) {
      compare(key, before, now);
    }
    if (now.machineUid() == null) {
      return;
    }
    holders.forEach(
        (other, holder) -> {
          if (!other.equals(key) && now.machineUid().equals(holder.machineUid())) {
            violations.add("C2: " + key + " and " + other + " name machine " + now.machineUid());
          }
        });
  }

  private void compare(String key, Holder before, Holder now) {
    if (now.epoch() < before.epoch()) {
      violations.add("epoch of " + key + " fell from " + before.epoch() + " to " + now.epoch());
    }
    if (now.epoch() == before.epoch() && !Objects.equals(before.machineUid(), now.machineUid())) {
      violations.add(
          "C1: %s went from %s to %s at epoch %d"
              .formatted(key, before.machineUid(), now.machineUid(), now.epoch()));
    }
  }

  private static String key(PhysicalHost host) {
    return host.getMetadata().getNamespace() + "/" + host.getMetadata().getName();
  }

  private static Holder holder(PhysicalHost host) {
    ConsumerRef consumer = host.getSpec().consumerRef;
    Long epoch = host.getSpec().claimEpoch;
    return new Holder(
        host.getMetadata().getUid(),
        consumer == null ? null : consumer.uid,
        epoch == null ? 0 : epoch);
  }
}
