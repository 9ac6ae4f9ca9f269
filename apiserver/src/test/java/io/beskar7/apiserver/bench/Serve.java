package io.beskar7.apiserver.bench;

import io.beskar7.apiserver.EmbeddedApi;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/**
 * Runs a server by hand: {@code Serve DIRECTORY PORT}. Prints the path of its kubeconfig when it is
 * ready.
 */
public final class Serve {
  private Serve() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedApi api =
        EmbeddedApi.start(
            EmbeddedApi.Config.in(Path.of(args[0])).withPort(Integer.parseInt(args[1])));
    Runtime.getRuntime().addShutdownHook(new Thread(api::close));
    System.out.println(api.kubeconfig());
    new CountDownLatch(1).await();
  }
}
