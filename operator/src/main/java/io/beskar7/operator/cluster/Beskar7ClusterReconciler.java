package io.beskar7.operator.cluster;

import io.beskar7.api.cluster.Beskar7Cluster;
import io.beskar7.api.cluster.Beskar7ClusterStatus;
import io.beskar7.api.common.Annotations;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.kube.Once;
import io.beskar7.operator.kube.Pause;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.WriteResult;
import io.beskar7.operator.owner.ClusterApi;
import io.beskar7.operator.owner.Fields;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.api.config.ControllerConfigurationOverrider;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells Cluster API the endpoint and the failure domains of a cluster. Owns nothing outside, hence
 * no finalizer.
 */
@ControllerConfiguration(name = "beskar7cluster", generationAwareEventProcessing = false)
public final class Beskar7ClusterReconciler implements Reconciler<Beskar7Cluster> {
  private static final Duration NEWS = Duration.ofMillis(100);
  private static final Duration DISCOVERY = Duration.ofMinutes(1);

  private final StatusWriter writer;
  private final ClusterApi clusterApi;
  private final Time time;
  private final LastLook<Beskar7Cluster> lastLook = new LastLook<>(Facts::ofCluster);
  private final Once<ClusterSources> sources = new Once<>();

  /** Wires the room; nothing is watched before the controller starts. */
  public Beskar7ClusterReconciler(KubernetesClient client, ClusterApi clusterApi, Time time) {
    this.writer = new StatusWriter(client);
    this.clusterApi = clusterApi;
    this.time = time;
  }

  /** Adds what the reconciler needs of its configuration. */
  public void configure(ControllerConfigurationOverrider<Beskar7Cluster> overrider) {
    OnUpdateFilter<Beskar7Cluster> news = News.of(Facts::ofCluster);
    overrider.withOnUpdateFilter(news.and((next, last) -> lastLook.isNews(next)));
  }

  @Override
  public List<EventSource<?, Beskar7Cluster>> prepareEventSources(
      EventSourceContext<Beskar7Cluster> context) {
    ClusterSources made = new ClusterSources(context);
    sources.set(made);
    List<EventSource<?, Beskar7Cluster>> all = new ArrayList<>();
    all.add(made.hosts());
    clusterApi.version().ifPresent(version -> all.add(made.owners(version, context)));
    return all;
  }

  @Override
  public UpdateControl<Beskar7Cluster> reconcile(
      Beskar7Cluster cluster, Context<Beskar7Cluster> context) {
    if (context.isPrimaryResourceDeleted()) {
      lastLook.forget(ResourceID.fromResource(cluster));
      return UpdateControl.noUpdate();
    }
    return look(lastLook.begins(cluster, context.getPrimaryCache()), context);
  }

  private UpdateControl<Beskar7Cluster> look(
      Beskar7Cluster cluster, Context<Beskar7Cluster> context) {
    if (hands(cluster)) {
      return UpdateControl.noUpdate();
    }
    ClusterSources caches = sources.get();
    boolean unserved =
        ClusterObserver.ownerName(cluster) != null && !caches.watched(clusterApi, context);
    ClusterFacts facts = new ClusterObserver(caches).observe(cluster, !unserved);
    if (!caches.answer()) {
      return UpdateControl.noUpdate(); // a cache that has been stopped says that there is nothing
    }
    if (!record(cluster, facts).stands()) {
      return UpdateControl.<Beskar7Cluster>noUpdate().rescheduleAfter(NEWS);
    }
    return unserved
        ? UpdateControl.<Beskar7Cluster>noUpdate().rescheduleAfter(time.scaled(DISCOVERY))
        : UpdateControl.noUpdate();
  }

  private WriteResult<Beskar7Cluster> record(Beskar7Cluster cluster, ClusterFacts facts) {
    Beskar7Cluster next = writer.copy(cluster);
    Beskar7ClusterStatus status =
        next.getStatus() == null ? new Beskar7ClusterStatus() : next.getStatus();
    next.setStatus(ClusterProjection.next(cluster, status, facts, time.now()));
    lastLook.leaves(next);
    WriteResult<Beskar7Cluster> result = writer.status(cluster, next.getStatus());
    if (result instanceof WriteResult.Written<Beskar7Cluster>(Beskar7Cluster written)) {
      lastLook.wrote(written);
    }
    return result;
  }

  /** Whether it is in other hands: on its way out, or managed by something else. */
  private static boolean hands(Beskar7Cluster cluster) {
    return Pause.isLeaving(cluster)
        || cluster.isMarkedForDeletion()
        || Pause.has(cluster, Annotations.MANAGED_BY)
        || Fields.label(cluster, Annotations.MANAGED_BY) != null;
  }
}
