package io.beskar7.app.run;

import io.beskar7.app.config.Config;
import io.beskar7.app.config.ConfigResolver;
import io.beskar7.app.config.ProvisioningSettings;
import io.beskar7.app.config.ServerSettings;
import io.beskar7.app.election.Elector;
import io.beskar7.app.http.Pages;
import io.beskar7.app.http.PlainServer;
import io.beskar7.app.kube.ApiCalls;
import io.beskar7.app.kube.KubeAccess;
import io.beskar7.boot.BootServer;
import io.beskar7.domain.time.SystemTime;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import org.jspecify.annotations.Nullable;

/**
 * One manager on one Kubernetes API: serves its ports at once, works on resources while it holds
 * the Lease.
 */
public final class Manager implements AutoCloseable {
  private final PrometheusMeterRegistry meters;
  private final BootServer boot;
  private final PlainServer metrics;
  private final PlainServer health;
  private final Readiness readiness;
  private final Closing closing;

  private Manager(
      PrometheusMeterRegistry meters,
      BootServer boot,
      PlainServer metrics,
      PlainServer health,
      Readiness readiness,
      Closing closing) {
    this.meters = meters;
    this.boot = boot;
    this.metrics = metrics;
    this.health = health;
    this.readiness = readiness;
    this.closing = closing;
  }

  /**
   * Starts everything; returns when all ports are served, which may be before it leads.
   *
   * @param access how to reach the API
   * @throws IOException when a server cannot listen
   */
  public static Manager start(ConfigResolver resolver, io.fabric8.kubernetes.client.Config access)
      throws IOException {
    Closing closing = new Closing();
    try {
      return start(resolver, access, closing);
    } catch (IOException | RuntimeException e) {
      closing.close();
      throw e;
    }
  }

  private static Manager start(
      ConfigResolver resolver, io.fabric8.kubernetes.client.Config access, Closing closing)
      throws IOException {
    PrometheusMeterRegistry meters = newMeters();
    closing.add(meters::close);
    KubernetesClient client = closing.add(KubeAccess.counted(access, new ApiCalls(meters)));
    Config config = ConfigLoader.full(resolver, client);
    SystemTime time = closing.add(new SystemTime(config.get(ProvisioningSettings.TIME_SCALE)));
    BootServer boot = closing.add(boot(config, client, time, meters));

    ActiveWork work = new ActiveWork(config, client, time, meters);
    Elector elector = LeaderElection.prepare(config, access, work, meters, closing);
    Readiness readiness =
        new Readiness(
            new Readiness.Sources(boot::ready, elector::trouble, elector::work, work::troubles));
    PlainServer metrics =
        closing.add(
            PlainServer.start(
                config.get(ServerSettings.METRICS_BIND_ADDRESS),
                "--metrics-bind-address",
                Pages.metrics(meters)));
    PlainServer health =
        closing.add(
            PlainServer.start(
                config.get(ServerSettings.HEALTH_BIND_ADDRESS),
                "--health-probe-bind-address",
                Pages.probes(readiness::alive, readiness::ready, elector::standing)));
    closing.add(elector);
    elector.start();
    readiness.open();
    return new Manager(meters, boot, metrics, health, readiness, closing);
  }

  private static BootServer boot(
      Config config, KubernetesClient client, SystemTime time, MeterRegistry meters)
      throws IOException {
    try {
      return BootServer.start(Settled.boot(config), client, time, meters);
    } catch (IOException refused) {
      String hint = isTaken(refused) ? "; choose another address with --boot-bind-address" : "";
      throw new IOException(refused.getMessage() + hint, refused);
    }
  }

  private static boolean isTaken(Throwable refused) {
    @Nullable Throwable cause = refused;
    while (cause != null && !(cause instanceof BindException)) {
      cause = cause.getCause();
    }
    return cause != null;
  }

  private static PrometheusMeterRegistry newMeters() {
    PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(meters);
    new JvmThreadMetrics().bindTo(meters);
    new ProcessorMetrics().bindTo(meters);
    return meters;
  }

  /** What has been counted since the start. */
  public PrometheusMeterRegistry meters() {
    return meters;
  }

  public int bootPort() {
    return boot.port();
  }

  public int metricsPort() {
    return metrics.port();
  }

  public int healthPort() {
    return health.port();
  }

  /** Stops working, gives the Lease back, closes all ports. */
  @Override
  public void close() {
    readiness.close();
    closing.close();
  }
}
