package io.beskar7.app.election;

import static java.net.HttpURLConnection.HTTP_CONFLICT;
import static java.net.HttpURLConnection.HTTP_NOT_FOUND;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResourceList;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.NonNamespaceOperation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A Lease of coordination.k8s.io. Only what a {@link LeaseRecord} says is written: labels and the
 * like, and fields of the specification that are not known here, stay as others left them.
 */
public final class KubernetesLeaseStore implements LeaseStore {
  private static final ResourceDefinitionContext LEASES =
      new ResourceDefinitionContext.Builder()
          .withGroup("coordination.k8s.io")
          .withVersion("v1")
          .withKind("Lease")
          .withPlural("leases")
          .withNamespaced(true)
          .build();
  private static final PatchContext MERGE = PatchContext.of(PatchType.JSON_MERGE);
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** MicroTime of Kubernetes: exactly six digits, which a real API server insists on. */
  private static final DateTimeFormatter MICRO_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

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
    GenericKubernetesResource lease = leases().withName(name).get();
    return lease == null ? null : stored(lease);
  }

  @Override
  public @Nullable Stored create(LeaseRecord lease) {
    GenericKubernetesResource first = lease(lease, null);
    return unless(Set.of(HTTP_CONFLICT), () -> leases().resource(first).create());
  }

  @Override
  public @Nullable Stored update(LeaseRecord lease, String version) {
    String fields = Serialization.asJson(lease(lease, version));
    return unless(
        Set.of(HTTP_CONFLICT, HTTP_NOT_FOUND), () -> leases().withName(name).patch(MERGE, fields));
  }

  private NonNamespaceOperation<
          GenericKubernetesResource,
          GenericKubernetesResourceList,
          Resource<GenericKubernetesResource>>
      leases() {
    return client.genericKubernetesResources(LEASES).inNamespace(namespace);
  }

  /** Null when the answer is one of those that mean that another was faster. */
  private static @Nullable Stored unless(
      Set<Integer> late, Supplier<GenericKubernetesResource> write) {
    try {
      return stored(write.get());
    } catch (KubernetesClientException e) {
      if (late.contains(e.getCode())) {
        return null;
      }
      throw e;
    }
  }

  private GenericKubernetesResource lease(LeaseRecord lease, @Nullable String version) {
    return new GenericKubernetesResourceBuilder()
        .withApiVersion(LEASES.getGroup() + "/" + LEASES.getVersion())
        .withKind(LEASES.getKind())
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .withResourceVersion(version)
        .endMetadata()
        .addToAdditionalProperties(
            "spec",
            Map.of(
                "holderIdentity", lease.holder(),
                "leaseDurationSeconds", wholeSeconds(lease.duration()),
                "acquireTime", MICRO_TIME.format(lease.acquired()),
                "renewTime", MICRO_TIME.format(lease.renewed()),
                "leaseTransitions", lease.transitions()))
        .build();
  }

  /** Never less than is meant: others would take over while the leader still works. */
  private static int wholeSeconds(Duration duration) {
    return Math.toIntExact(Math.max(1, duration.plus(SECOND).minusNanos(1).toSeconds()));
  }

  private static Stored stored(GenericKubernetesResource lease) {
    String holder = lease.get("spec", "holderIdentity");
    LeaseRecord seen =
        new LeaseRecord(
            holder == null ? "" : holder,
            Duration.ofSeconds(number(lease, "leaseDurationSeconds", 1)),
            time(lease, "acquireTime"),
            time(lease, "renewTime"),
            Math.toIntExact(number(lease, "leaseTransitions", 0)));
    return new Stored(seen, lease.getMetadata().getResourceVersion());
  }

  private static long number(GenericKubernetesResource lease, String field, long otherwise) {
    Number number = lease.get("spec", field);
    return number == null ? otherwise : number.longValue();
  }

  /** Others may write times in another way; they are for people, so they must not do harm here. */
  private static Instant time(GenericKubernetesResource lease, String field) {
    String text = lease.get("spec", field);
    try {
      return text == null ? Instant.EPOCH : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException unreadable) {
      return Instant.EPOCH;
    }
  }
}
