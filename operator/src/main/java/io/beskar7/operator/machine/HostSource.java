package io.beskar7.operator.machine;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.time.Time;
import io.javaoperatorsdk.operator.api.config.informer.InformerEventSourceConfiguration;
import io.javaoperatorsdk.operator.api.reconciler.EventSourceContext;
import io.javaoperatorsdk.operator.processing.event.Event;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.informer.InformerEventSource;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Hosts. Besides the machines that hold a host, its change concerns those that hold none: what they
 * say they wait for may no longer be true. Changes of one moment are answered once.
 */
final class HostSource extends InformerEventSource<PhysicalHost, Beskar7Machine> {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final EventSourceContext<Beskar7Machine> context;
  private final Time time;
  private final Predicate<Beskar7Machine> outdated;
  private final AtomicBoolean due = new AtomicBoolean();

  /**
   * Watches hosts.
   *
   * @param outdated whether what a machine says about its waiting has become untrue
   */
  HostSource(
      InformerEventSourceConfiguration<PhysicalHost> configuration,
      EventSourceContext<Beskar7Machine> context,
      Time time,
      Predicate<Beskar7Machine> outdated) {
    super(configuration, context);
    this.context = context;
    this.time = time;
    this.outdated = outdated;
  }

  @Override
  public void onAdd(PhysicalHost host) {
    super.onAdd(host);
    changed();
  }

  @Override
  public void onUpdate(PhysicalHost last, PhysicalHost next) {
    super.onUpdate(last, next);
    changed();
  }

  @Override
  public void onDelete(PhysicalHost host, boolean finalStateUnknown) {
    super.onDelete(host, finalStateUnknown);
    changed();
  }

  private void changed() {
    if (due.compareAndSet(false, true)) {
      time.schedule(MOMENT, this::wake);
    }
  }

  private void wake() {
    due.set(false);
    if (isRunning()) {
      context
          .getPrimaryCache()
          .list(outdated)
          .forEach(m -> getEventHandler().handleEvent(new Event(ResourceID.fromResource(m))));
    }
  }
}
