package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcEvent;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands events to the listener on one thread of its own: in order, and never two at a time. */
final class Events {
  private static final Logger LOG = LoggerFactory.getLogger(Events.class);

  private final LinkedBlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();
  private volatile @Nullable Consumer<BmcEvent> listener;
  private volatile boolean ended;
  private final Thread thread = Thread.ofVirtual().name("bmc-events").start(this::drain);

  void listener(Consumer<BmcEvent> hears) {
    listener = hears;
  }

  void emit(BmcEvent event) {
    queue.add(() -> deliver(event));
  }

  private void drain() {
    while (!ended) {
      try {
        queue.take().run();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void deliver(BmcEvent event) {
    Consumer<BmcEvent> hears = listener;
    if (hears == null) {
      return;
    }
    try {
      hears.accept(event);
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("host", event.host())
          .addKeyValue("operation", event.operationId())
          .setCause(e)
          .log("the listener of BMC events failed");
    }
  }

  /** Ends after what has been emitted so far. */
  void end(Duration patience) throws InterruptedException {
    queue.add(() -> ended = true);
    thread.join(patience);
  }
}
