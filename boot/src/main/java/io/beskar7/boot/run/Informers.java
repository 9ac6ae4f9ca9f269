package io.beskar7.boot.run;

import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts informers so that they go on trying, whatever fails. */
final class Informers {
  private static final Logger LOG = LoggerFactory.getLogger(Informers.class);

  private Informers() {}

  static void start(SharedIndexInformer<?> informer) {
    informer.exceptionHandler(
        (started, failure) -> {
          LOG.atWarn()
              .addKeyValue("resource", informer.getApiTypeClass().getSimpleName())
              .addKeyValue("error", failure.toString())
              .log("watch interrupted, tried again");
          return true;
        });
    CompletionStage<Void> started = informer.start();
    started.exceptionally(
        failure -> {
          LOG.atWarn()
              .addKeyValue("resource", informer.getApiTypeClass().getSimpleName())
              .addKeyValue("error", failure.toString())
              .log("watch ended");
          return null;
        });
  }
}
