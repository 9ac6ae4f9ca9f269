package io.beskar7.operator.kube;

import io.beskar7.api.reason.Reason;
import io.beskar7.domain.time.Time;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes core/v1 Events from one thread of its own, behind a bounded queue. An Event that cannot be
 * written is logged and forgotten: nothing may depend on it.
 */
public final class EventRecorder implements Events, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventRecorder.class);
  private static final int CAPACITY = 1_000;

  private final KubernetesClient client;
  private final Time time;
  private final BlockingQueue<EventNote> waiting = new ArrayBlockingQueue<>(CAPACITY);
  private final Thread writer;

  /** Starts writing. */
  public EventRecorder(KubernetesClient client, Time time) {
    this.client = client;
    this.time = time;
    this.writer = Thread.ofVirtual().name("beskar7-events").start(this::writeUntilClosed);
  }

  @Override
  public void normal(HasMetadata object, Reason reason, String message) {
    enqueue(EventNote.of(object, "Normal", reason, message, time.now()));
  }

  @Override
  public void warning(HasMetadata object, Reason reason, String message) {
    enqueue(EventNote.of(object, "Warning", reason, message, time.now()));
  }

  private void enqueue(EventNote note) {
    if (!waiting.offer(note)) {
      lost(note, "the queue of events is full");
    }
  }

  private void writeUntilClosed() {
    try {
      while (true) {
        write(waiting.take());
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void write(EventNote note) {
    try {
      if (!Writes.attempt(() -> client.resource(note.first()).create()).stands()) {
        repeat(note);
      }
    } catch (RuntimeException failure) {
      lost(note, String.valueOf(failure.getMessage()));
    }
  }

  private void repeat(EventNote note) {
    Event earlier = client.v1().events().inNamespace(note.namespace()).withName(note.name()).get();
    if (earlier == null) {
      lost(note, "its namespace is gone");
    } else if (!Writes.attempt(() -> client.resource(note.again(earlier)).update()).stands()) {
      lost(note, "another replica counted at the same moment");
    }
  }

  private static void lost(EventNote note, String why) {
    LOG.atWarn()
        .addKeyValue(LogKeys.NAMESPACE, note.namespace())
        .addKeyValue("object", note.object().getKind() + "/" + note.object().getName())
        .addKeyValue(LogKeys.REASON, note.reason().wire())
        .addKeyValue(LogKeys.ERROR, why)
        .log("event not recorded");
  }

  /** Stops at once; what waits is lost. */
  @Override
  public void close() {
    writer.interrupt();
  }
}
