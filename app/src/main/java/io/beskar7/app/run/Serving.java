package io.beskar7.app.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves until the process is told to end (Ctrl-C, SIGTERM), then closes everything in order. */
public final class Serving {
  private static final Logger log = LoggerFactory.getLogger(Serving.class);
  private static final Duration PATIENCE = Duration.ofMillis(4_900);

  private Serving() {}

  /** Blocks for as long as the process lives. */
  public static void untilToldToEnd(AutoCloseable services) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(closingHook(services));
    untilInterrupted();
  }

  /** Blocks for as long as the process lives; shutdown hooks do the rest. */
  public static void untilInterrupted() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Closes within the time that a process has to end. */
  public static Thread closingHook(AutoCloseable services) {
    return Thread.ofPlatform().name("beskar7-end").unstarted(() -> closeWithin(services));
  }

  private static void closeWithin(AutoCloseable services) {
    log.atInfo().log("ending");
    Thread closer = Thread.ofPlatform().daemon().name("beskar7-close").start(() -> close(services));
    try {
      if (!closer.join(PATIENCE)) {
        log.atWarn().log("not everything could be closed in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void close(AutoCloseable services) {
    try {
      services.close();
      log.atInfo().log("ended");
    } catch (Exception e) {
      log.atError().setCause(e).log("could not close in order");
    }
  }
}
