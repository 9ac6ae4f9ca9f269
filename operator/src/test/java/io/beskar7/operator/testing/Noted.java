package io.beskar7.operator.testing;

import io.beskar7.api.reason.Reason;
import io.beskar7.operator.kube.Events;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Events, kept as lines. */
public final class Noted implements Events {
  public final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void normal(HasMetadata object, Reason reason, String message) {
    lines.add(object.getMetadata().getName() + " " + reason.wire());
  }

  @Override
  public void warning(HasMetadata object, Reason reason, String message) {
    lines.add(object.getMetadata().getName() + " !" + reason.wire());
  }
}
