package io.beskar7.operator.runtime;

import io.javaoperatorsdk.operator.Operator;
import io.javaoperatorsdk.operator.health.InformerHealthIndicator;
import io.javaoperatorsdk.operator.health.InformerWrappingEventSourceHealthIndicator;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.LifecycleAware;
import java.util.stream.Stream;

/** The watches of an operator, also where the framework has lost sight of them. */
final class Watches {
  private Watches() {}

  /** Stops all: the framework leaves open what a failed start had opened. */
  static void stop(Operator operator) {
    controllers(operator)
        .flatMap(controller -> controller.getEventSourceManager().allEventSources().stream())
        .forEach(source -> source.stop());
    of(operator)
        .filter(InformerHealthIndicator::isRunning)
        .filter(LifecycleAware.class::isInstance)
        .forEach(informer -> ((LifecycleAware) informer).stop());
  }

  /** All that were begun. */
  static Stream<InformerHealthIndicator> of(Operator operator) {
    return controllers(operator)
        .map(Controller::getControllerHealthInfo)
        .flatMap(health -> health.informerEventSourceHealthIndicators().values().stream())
        .flatMap(source -> of(source));
  }

  /** Its informers; that it was never begun shows in no other way than by this exception. */
  static Stream<InformerHealthIndicator> of(InformerWrappingEventSourceHealthIndicator<?> source) {
    try {
      return source.informerHealthIndicators().values().stream();
    } catch (NullPointerException neverBegun) {
      return Stream.empty();
    }
  }

  private static Stream<Controller<?>> controllers(Operator operator) {
    return operator.getRegisteredControllers().stream().map(found -> (Controller<?>) found);
  }
}
