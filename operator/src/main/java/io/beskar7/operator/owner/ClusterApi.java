package io.beskar7.operator.owner;

import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out in which version this API serves Cluster API's kinds, if it does at all.
 *
 * <p>Once found, the version is kept for the life of this object: the newest one known when the
 * program started is good enough, since Cluster API serves the older one beside it for years.
 */
public final class ClusterApi {
  public static final String GROUP = "cluster.x-k8s.io";
  public static final String MACHINE = "Machine";
  public static final String CLUSTER = "Cluster";

  /** What an API answers between a definition and its first objects. */
  private static final Set<Integer> NOT_YET = Set.of(404, 429, 503);

  private static final List<String> VERSIONS = List.of("v1beta2", "v1beta1");

  private final KubernetesClient client;
  private volatile Optional<String> version = Optional.empty();

  public ClusterApi(KubernetesClient client) {
    this.client = client;
  }

  /** The version that serves both kinds; asks the API until there is one. */
  public Optional<String> version() {
    if (version.isEmpty()) {
      version = VERSIONS.stream().filter(this::servesBoth).findFirst();
    }
    return version;
  }

  /** The version found so far, without asking. */
  public Optional<String> known() {
    return version;
  }

  private boolean servesBoth(String candidate) {
    APIResourceList served = client.getApiResources(GROUP + "/" + candidate);
    if (served == null) {
      return false;
    }
    Set<String> kinds =
        served.getResources().stream().map(APIResource::getKind).collect(Collectors.toSet());
    return kinds.containsAll(Set.of(MACHINE, CLUSTER))
        && lists(candidate, MACHINE)
        && lists(candidate, CLUSTER);
  }

  /** A kind that is named already may not be served yet: a watch begun too early ends for good. */
  private boolean lists(String candidate, String kind) {
    try {
      client
          .genericKubernetesResources(GROUP + "/" + candidate, kind)
          .inAnyNamespace()
          .list(new ListOptionsBuilder().withLimit(1L).build());
      return true;
    } catch (KubernetesClientException e) {
      if (NOT_YET.contains(e.getCode())) {
        return false;
      }
      throw e;
    }
  }
}
