package io.beskar7.operator.runtime;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.javaoperatorsdk.operator.api.monitoring.Metrics;
import io.javaoperatorsdk.operator.api.reconciler.Constants;
import io.javaoperatorsdk.operator.processing.Controller;
import io.javaoperatorsdk.operator.processing.event.ResourceID;
import io.javaoperatorsdk.operator.processing.event.source.controller.ResourceAction;
import io.javaoperatorsdk.operator.processing.event.source.controller.ResourceEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has an object looked at that came in place of a deleted one of the same name.
 *
 * <p>Invariant: once the look at a deletion is over, whoever bears the name by then is looked at.
 * The framework alone does not hold it (JOSDK 5.2 and 5.3, when reconcilers are told of all
 * events): what happens to the name between a deletion and the end of the look at it counts as part
 * of that look, and then the name is forgotten, so that events of other objects no longer reach the
 * newcomer either. That the name is forgotten is told under the event processor's own lock: an
 * addition heard before is in the cache by now, one heard later finds a clean slate.
 */
final class Successors implements Metrics {
  private final Map<String, Controller<?>> controllers = new ConcurrentHashMap<>();

  @Override
  public void controllerRegistered(Controller<? extends HasMetadata> controller) {
    controllers.put(controller.getConfiguration().getName(), controller);
  }

  @Override
  public void cleanupDoneFor(ResourceID name, Map<String, Object> metadata) {
    Controller<?> controller = controllers.get(metadata.get(Constants.CONTROLLER_NAME));
    if (controller != null) {
      announce(controller, name);
    }
  }

  private static void announce(Controller<?> controller, ResourceID name) {
    controller
        .getEventSourceManager()
        .getControllerEventSource()
        .get(name)
        .ifPresent(
            successor ->
                controller
                    .getEventProcessor()
                    .handleEvent(new ResourceEvent(ResourceAction.ADDED, name, successor)));
  }
}
