package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.domain.bmc.BmcGateway;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.bmc.NameResolver;
import io.beskar7.operator.kube.Events;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.News;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.Watching;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.RegisteredController;
import io.javaoperatorsdk.operator.processing.event.source.filter.OnUpdateFilter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the host reconciler together and registers it. */
public final class HostController {
  public static final String NAME = "physicalhost";

  /**
   * What the reconciler works with.
   *
   * @param gateway used by this reconciler alone: it becomes its only listener
   * @param settings read anew at each look
   * @param watching read once, when registered
   */
  public record Dependencies(
      KubernetesClient client,
      BmcGateway gateway,
      Time time,
      Supplier<HostSettings> settings,
      Watching watching,
      Events events,
      MeterRegistry meters,
      NameResolver resolver) {}

  private HostController() {}

  /**
   * Registers the reconciler, which starts with the operator. The operator has to be made with
   * {@code withUseSSAToPatchPrimaryResource(false)}.
   */
  public static RegisteredController<PhysicalHost> register(Operator operator, Dependencies with) {
    LastLook<PhysicalHost> lastLook = new LastLook<>(Facts::ofHost);
    OnUpdateFilter<PhysicalHost> news = News.of(Facts::ofHost);
    HostReconciler reconciler = reconciler(with, lastLook);
    return operator.register(
        reconciler,
        configuration ->
            with.watching()
                .configure(configuration, with.time())
                .withName(NAME)
                .withOnUpdateFilter(news.and((next, last) -> lastLook.isNews(next)))
                .withGenerationAware(false));
  }

  private static HostReconciler reconciler(Dependencies with, LastLook<PhysicalHost> lastLook) {
    KubernetesClient client = with.client();
    StatusWriter writer = new StatusWriter(client);
    BmcDesk desk = new BmcDesk(with.gateway(), with.time());
    Neighbours neighbours = new Neighbours(client, with.watching().namespaces(), with.meters());
    Orphans orphans = new Orphans(client, writer, with.time());
    return new HostReconciler(
        new HostParts(
            client,
            with.time(),
            with.settings(),
            desk,
            neighbours,
            new HostObserver(desk, neighbours, with.resolver()),
            new HostRecord(
                writer, with.resolver(), (namespace, run) -> report(client, namespace, run)),
            new HostActor(client, desk, orphans, () -> with.settings().get().policy().pollEvery()),
            orphans,
            new HostNews(with.events()),
            lastLook));
  }

  private static @Nullable InspectionReport report(
      KubernetesClient client, String namespace, String run) {
    return client.resources(InspectionReport.class).inNamespace(namespace).withName(run).get();
  }
}
