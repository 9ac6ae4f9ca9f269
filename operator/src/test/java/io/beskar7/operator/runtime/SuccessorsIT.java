package io.beskar7.operator.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.beskar7.domain.time.SystemTime;
import io.beskar7.operator.kube.Watching;
import io.beskar7.testkit.EmbeddedApiServer;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.api.config.ConfigurationServiceOverrider;
import io.javaoperatorsdk.operator.api.monitoring.AggregatedMetrics;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.ControllerConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.EventSource;
import io.javaoperatorsdk.operator.processing.event.source.inbound.SimpleInboundEventSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A name that is taken again while its last bearer is still being dealt with. */
@Timeout(60)
class SuccessorsIT {
  @RegisterExtension static final EmbeddedApiServer api = new EmbeddedApiServer();

  private final AtomicInteger heard = new AtomicInteger();
  private final Looks looks = new Looks();

  @Test
  void one_that_comes_while_a_deletion_is_looked_at_is_looked_at_and_reached_by_others_news() {
    Operator operator = new Operator(this::configure);
    SystemTime time = new SystemTime(1);
    operator.register(looks, c -> new Watching(Set.of(), Duration.ofHours(1)).configure(c, time));
    operator.start();
    try {
      String first = create();
      looks.go();
      await().until(() -> looks.done.contains(first));
      api.client().resource(named()).delete();
      await().until(() -> looks.deletions.get() == 1);
      int before = heard.get();
      String second = create();
      await().until(() -> heard.get() > before);
      looks.go();

      looks.go();
      await().until(() -> looks.done.contains(second));
      looks.done.clear();
      looks.others.propagateEvent(new ResourceID("name", api.namespace()));
      looks.go();
      await().until(() -> looks.done.contains(second));
      assertThat(looks.deletions).hasValue(1);
    } finally {
      looks.permits.release(1000);
      operator.stop();
      time.close();
    }
  }

  private void configure(ConfigurationServiceOverrider overrider) {
    Metrics ears =
        new Metrics() {
          @Override
          public void receivedEvent(Event event, Map<String, Object> metadata) {
            if (event.getRelatedCustomResourceID().getName().equals("name")) {
              heard.incrementAndGet();
            }
          }
        };
    overrider
        .withKubernetesClient(api.client())
        .withCloseClientOnStop(false)
        .withMetrics(new AggregatedMetrics(List.of(ears, new Successors())));
  }

  private static String create() {
    return api.client().resource(named()).create().getMetadata().getUid();
  }

  private static ConfigMap named() {
    return new ConfigMapBuilder()
        .withNewMetadata()
        .withNamespace(api.namespace())
        .withName("name")
        .endMetadata()
        .build();
  }

  /** Looks when it is allowed to. */
  @ControllerConfiguration(generationAwareEventProcessing = false)
  private static final class Looks implements Reconciler<ConfigMap> {
    final SimpleInboundEventSource<ConfigMap> others = new SimpleInboundEventSource<>("others");
    final Semaphore permits = new Semaphore(0);
    final AtomicInteger deletions = new AtomicInteger();
    final List<String> done = new CopyOnWriteArrayList<>();

    void go() {
      permits.release();
    }

    @Override
    public List<EventSource<?, ConfigMap>> prepareEventSources(
        EventSourceContext<ConfigMap> context) {
      return List.of(others);
    }

    @Override
    public UpdateControl<ConfigMap> reconcile(ConfigMap map, Context<ConfigMap> context)
        throws InterruptedException {
      if (map.getMetadata().getName().equals("name")) {
        if (context.isPrimaryResourceDeleted()) {
          deletions.incrementAndGet();
        }
        permits.acquire();
        if (!context.isPrimaryResourceDeleted()) {
          done.add(map.getMetadata().getUid());
        }
      }
      return UpdateControl.noUpdate();
    }
  }
}
