package io.beskar7.app.election;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A Lease of coordination.k8s.io. */
public final class KubernetesLeaseStore implements LeaseStore {
  private static final int CONFLICT = 409;

  private final KubernetesClient client;
  private final String namespace;
  private final String name;

  /**
   * @param client used for nothing else, so that a busy connection cannot delay a renewal
   */
  public KubernetesLeaseStore(KubernetesClient client, String namespace, String name) {
    this.client = client;
    this.namespace = namespace;
    this.name = name;
  }

  @Override
  public @Nullable Stored read() {
    Lease lease = client.leases().inNamespace(namespace).withName(name).get();
    return lease == null ? null : stored(lease);
  }

  @Override
  public @Nullable Stored create(LeaseRecord lease) {
    return unlessConflict(() -> resource(lease, null).create());
  }

  @Override
  public @Nullable Stored update(LeaseRecord lease, String version) {
    return unlessConflict(() -> resource(lease, version).update());
  }

  private @Nullable Stored unlessConflict(Supplier<Lease> write) {
    try {
      return stored(write.get());
    } catch (KubernetesClientException e) {
      if (e.getCode() == CONFLICT) {
        return null;
      }
      throw e;
    }
  }

  private Resource<Lease> resource(LeaseRecord lease, @Nullable String version) {
    return client
        .leases()
        .resource(
            new LeaseBuilder()
                .withNewMetadata()
                .withNamespace(namespace)
                .withName(name)
                .withResourceVersion(version)
                .endMetadata()
                .withNewSpec()
                .withHolderIdentity(lease.holder())
                .withLeaseDurationSeconds(
                    Math.toIntExact(Math.max(1, lease.duration().toSeconds())))
                .withAcquireTime(micro(lease.acquired()))
                .withRenewTime(micro(lease.renewed()))
                .withLeaseTransitions(lease.transitions())
                .endSpec()
                .build());
  }

  private static Stored stored(Lease lease) {
    LeaseSpec spec = lease.getSpec() == null ? new LeaseSpec() : lease.getSpec();
    LeaseRecord seen =
        new LeaseRecord(
            spec.getHolderIdentity() == null ? "" : spec.getHolderIdentity(),
            Duration.ofSeconds(
                spec.getLeaseDurationSeconds() == null ? 1 : spec.getLeaseDurationSeconds()),
            instant(spec.getAcquireTime()),
            instant(spec.getRenewTime()),
            spec.getLeaseTransitions() == null ? 0 : spec.getLeaseTransitions());
    return new Stored(seen, lease.getMetadata().getResourceVersion());
  }

  private static ZonedDateTime micro(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atZone(ZoneOffset.UTC);
  }

  private static Instant instant(@Nullable ZonedDateTime time) {
    return time == null ? Instant.EPOCH : time.toInstant();
  }
}
