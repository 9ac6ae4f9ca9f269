package io.beskar7.operator.kube;

import io.beskar7.api.reason.Reason;
import io.fabric8.kubernetes.api.model.HasMetadata;

/**
 * Tells people what happened to an object. Never blocks, never throws; may lose what it is told.
 */
public interface Events {
  /** Something went as it should. */
  void normal(HasMetadata object, Reason reason, String message);

  /** Something a person may have to look at. */
  void warning(HasMetadata object, Reason reason, String message);
}
