package io.beskar7.boot.support;

import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** A client of the API whose requests can be made to fail, or to be overtaken. */
public final class FaultyClient implements Interceptor {
  private static final URI NOBODY = URI.create("https://127.0.0.1:1/");
  private static final Runnable NOTHING = () -> {};

  private final AtomicBoolean writesFail = new AtomicBoolean();
  private final AtomicBoolean everythingFails = new AtomicBoolean();
  private final AtomicReference<Runnable> beforeStatusWrite = new AtomicReference<>(NOTHING);

  /** A new client that obeys this. */
  public KubernetesClient client(Path kubeconfig) {
    Config config =
        new ConfigBuilder(Config.fromKubeconfig(kubeconfig.toFile()))
            .withOnlyHttpWatches(true)
            .withRequestRetryBackoffLimit(0)
            .build();
    return new KubernetesClientBuilder()
        .withConfig(config)
        .withHttpClientFactory(new JdkHttpClientFactory())
        .withHttpClientBuilderConsumer(builder -> builder.addOrReplaceInterceptor("faults", this))
        .build();
  }

  /** From now on no write reaches the API. */
  public void failWrites(boolean fail) {
    writesFail.set(fail);
  }

  /** From now on no request reaches the API. */
  public void failEverything(boolean fail) {
    everythingFails.set(fail);
  }

  /** Runs something once, just before the next write of a status. */
  public void overtakeNextStatusWrite(Runnable by) {
    beforeStatusWrite.set(by);
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    boolean write = !request.method().equals("GET");
    if (write && request.uri().getPath().endsWith("/status")) {
      beforeStatusWrite.getAndSet(NOTHING).run();
    }
    if (everythingFails.get() || (write && writesFail.get())) {
      builder.uri(NOBODY);
    }
  }
}
