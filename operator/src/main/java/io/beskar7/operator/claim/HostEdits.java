package io.beskar7.operator.claim;

import io.beskar7.api.common.Annotations;
import io.beskar7.api.common.Groups;
import io.beskar7.api.host.ConsumerRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.domain.claim.Holder;
import io.beskar7.domain.claim.HostChange;
import io.beskar7.domain.claim.HostChange.Bind;
import io.beskar7.domain.claim.HostChange.Free;
import io.beskar7.domain.claim.HostChange.Raise;
import io.beskar7.operator.kube.Timestamps;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a change of the protocol into a host, with its mirrors for people in annotations. */
final class HostEdits {
  private HostEdits() {}

  /**
   * @param host is changed
   */
  static void apply(PhysicalHost host, HostChange change, Instant now) {
    host.getSpec().claimEpoch = change.epoch();
    switch (change) {
      case Bind bind -> {
        host.getSpec().consumerRef = consumer(bind.machine());
        host.getSpec().claimHostUID = bind.hostUid();
        annotate(host, Annotations.CLAIMED_AT, Timestamps.seconds(now));
        annotate(host, Annotations.CLAIMED_BY, bind.machine().name().name());
        annotate(host, Annotations.CLAIM_EPOCH, Long.toString(bind.epoch()));
      }
      case Raise _ -> {}
      case Free _ -> {
        host.getSpec().consumerRef = null;
        host.getSpec().claimHostUID = null;
        annotate(host, Annotations.CLAIMED_AT, null);
        annotate(host, Annotations.CLAIMED_BY, null);
        annotate(host, Annotations.CLAIM_EPOCH, null);
      }
    }
  }

  private static ConsumerRef consumer(Holder machine) {
    ConsumerRef ref = new ConsumerRef();
    ref.apiVersion = Groups.INFRASTRUCTURE + "/" + Groups.INFRASTRUCTURE_VERSION;
    ref.kind = machine.kind();
    ref.name = machine.name().name();
    ref.namespace = machine.name().namespace();
    ref.uid = machine.uid();
    return ref;
  }

  private static void annotate(PhysicalHost host, String key, @Nullable String value) {
    Map<String, String> present = host.getMetadata().getAnnotations();
    Map<String, String> next = present == null ? new HashMap<>() : new HashMap<>(present);
    if (value == null) {
      next.remove(key);
    } else {
      next.put(key, value);
    }
    host.getMetadata().setAnnotations(next);
  }
}
