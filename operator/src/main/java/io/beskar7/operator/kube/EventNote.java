package io.beskar7.operator.kube;

import io.beskar7.api.reason.Reason;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.EventBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectReference;
import io.fabric8.kubernetes.api.model.ObjectReferenceBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that happened to one object. What is the same (object, type, reason, message) has the
 * same name, so that repetitions are counted in one Event, over restarts too.
 */
record EventNote(ObjectReference object, String type, Reason reason, String message, Instant at) {
  static final String COMPONENT = "beskar7";

  /** Limit of the API for the message of an Event. */
  private static final int MAX_MESSAGE = 1024;

  /** Leaves room for a dot and the 36 characters of a UUID within the 253 of a name. */
  private static final int MAX_NAME = 216;

  static EventNote of(HasMetadata object, String type, Reason reason, String message, Instant at) {
    ObjectReference reference =
        new ObjectReferenceBuilder()
            .withApiVersion(object.getApiVersion())
            .withKind(object.getKind())
            .withNamespace(object.getMetadata().getNamespace())
            .withName(object.getMetadata().getName())
            .withUid(object.getMetadata().getUid())
            .build();
    String cut = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message;
    return new EventNote(reference, type, reason, cut, at);
  }

  String namespace() {
    return object.getNamespace() == null ? "default" : object.getNamespace();
  }

  String name() {
    String same = String.join("\n", object.getUid(), type, reason.wire(), message);
    String prefix = object.getName();
    return (prefix.length() > MAX_NAME ? prefix.substring(0, MAX_NAME) : prefix)
        + "."
        + UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8));
  }

  Event first() {
    return new EventBuilder()
        .withNewMetadata()
        .withNamespace(namespace())
        .withName(name())
        .endMetadata()
        .withInvolvedObject(object)
        .withType(type)
        .withReason(reason.wire())
        .withMessage(message)
        .withNewSource()
        .withComponent(COMPONENT)
        .endSource()
        .withReportingComponent(COMPONENT)
        .withFirstTimestamp(Timestamps.seconds(at))
        .withLastTimestamp(Timestamps.seconds(at))
        .withCount(1)
        .build();
  }

  Event again(Event earlier) {
    return new EventBuilder(earlier)
        .withLastTimestamp(Timestamps.seconds(at))
        .withCount((earlier.getCount() == null ? 1 : earlier.getCount()) + 1)
        .build();
  }
}
