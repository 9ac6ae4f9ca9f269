package io.beskar7.app.election;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.fabric8.kubernetes.api.model.coordination.v1.Lease;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseSpec;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Lease of coordination.k8s.io. Only what a {@link LeaseRecord} says is written: labels and the
 * like, and fields of the specification that are not known here, stay as others left them.
 */
public final class KubernetesLeaseStore implements LeaseStore {
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final KubernetesClient client;
  private final String namespace;
  private final String name;

  /**
   * @param client used for nothing else, so that a busy connection cannot delay a renewal; its
   *     timeouts bound each call here
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
    return unless(Set.of(HTTP_CONFLICT), () -> client.resource(lease(lease, null)).create());
  }

  @Override
  public @Nullable Stored update(LeaseRecord lease, String version) {
    String fields = Serialization.asJson(lease(lease, version));
    return unless(
        Set.of(HTTP_CONFLICT, HTTP_NOT_FOUND),
        () -> client.leases().inNamespace(namespace).withName(name).patch(MERGE, fields));
  }

  /** Null when the answer is one of those that mean that another was faster. */
  private static @Nullable Stored unless(Set<Integer> late, Supplier<Lease> write) {
    try {
      return stored(write.get());
    } catch (KubernetesClientException e) {
      if (late.contains(e.getCode())) {
        return null;
      }
      throw e;
    }
  }

  private Lease lease(LeaseRecord lease, @Nullable String version) {
    return new LeaseBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .withResourceVersion(version)
        .endMetadata()
        .withNewSpec()
        .withHolderIdentity(lease.holder())
        .withLeaseDurationSeconds(wholeSeconds(lease.duration()))
        .withAcquireTime(micro(lease.acquired()))
        .withRenewTime(micro(lease.renewed()))
        .withLeaseTransitions(lease.transitions())
        .endSpec()
        .build();
  }

  /** Never less than is meant: others would take over while the leader still works. */
  private static int wholeSeconds(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.plus(SECOND).minusNanos(1).toSeconds()));
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
