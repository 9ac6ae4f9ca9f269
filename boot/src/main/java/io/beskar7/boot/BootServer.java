package io.beskar7.boot;

import io.beskar7.boot.artifact.Artifacts;
import io.beskar7.boot.artifact.FetchRecord;
import io.beskar7.boot.callback.BootstrapEndpoint;
import io.beskar7.boot.callback.CallbackEndpoints;
import io.beskar7.boot.http.Listener;
import io.beskar7.boot.http.Reply;
import io.beskar7.boot.http.Route;
import io.beskar7.boot.report.ReportEndpoint;
import io.beskar7.boot.report.StoredReports;
import io.beskar7.boot.run.Api;
import io.beskar7.boot.run.Clock;
import io.beskar7.boot.run.Gate;
import io.beskar7.boot.run.HostIndex;
import io.beskar7.boot.run.RunIndex;
import io.beskar7.boot.run.Runs;
import io.beskar7.boot.script.Addresses;
import io.beskar7.boot.script.BootEndpoint;
import io.beskar7.boot.tls.ServerTls;
import io.beskar7.domain.time.Time;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

/**
 * The server of the provisioning network: boot scripts, files, inspection reports, bootstrap data
 * and callbacks, by the public inspector contract v4.2. It is the only writer of the status of
 * ProvisioningRuns and acknowledges nothing before it is durable. Any number of replicas may serve.
 */
public final class BootServer implements AutoCloseable {
  private final HostIndex hosts;
  private final RunIndex runs;
  private final ServerTls tls;
  private final Listener listener;

  private BootServer(HostIndex hosts, RunIndex runs, ServerTls tls, Listener listener) {
    this.hosts = hosts;
    this.runs = runs;
    this.tls = tls;
    this.listener = listener;
  }

  /**
   * Serves when it returns; answers 503 until its view of hosts and runs is complete.
   *
   * @param client stays the caller's: it is not closed here
   * @throws IOException when the address cannot be bound, or the Secret beskar7-boot-tls cannot be
   *     used
   * @throws io.fabric8.kubernetes.client.KubernetesClientException when the API does not answer
   */
  public static BootServer start(
      BootSettings settings, KubernetesClient client, Time time, MeterRegistry meters)
      throws IOException {
    ServerTls tls =
        ServerTls.start(client, settings.namespace(), ServerAddress.names(settings), time);
    HostIndex hosts = new HostIndex(client);
    RunIndex runs = new RunIndex(client);
    try {
      Api api = new Api(client);
      Clock clock = new Clock(time);
      Listener listener =
          Listener.start(
              settings.bind(),
              tls.jetty(),
              artifacts(settings.artifacts(), new FetchRecord(api, clock)),
              routes(settings, api, clock, hosts, runs, tls),
              settings.maxConcurrentRequests(),
              meters);
      return new BootServer(hosts, runs, tls, listener);
    } catch (IOException | RuntimeException e) {
      hosts.close();
      runs.close();
      tls.close();
      throw e;
    }
  }

  private static Handler artifacts(@Nullable Path folder, FetchRecord record) {
    return folder == null ? new Handler.Sequence() : Artifacts.of(folder, record);
  }

  private static List<Route> routes(
      BootSettings settings, Api api, Clock clock, HostIndex hosts, RunIndex index, ServerTls tls) {
    Runs runs = new Runs(api, index);
    Gate gate = new Gate(runs, settings.allowInsecureInspection());
    Addresses addresses =
        new Addresses(ServerAddress.advertised(settings), settings.allowInsecureInspection());
    BootEndpoint boot = new BootEndpoint(hosts, runs, api, clock, addresses, tls::caPem);
    ReportEndpoint report = new ReportEndpoint(gate, new StoredReports(api), clock);
    BootstrapEndpoint bootstrap = new BootstrapEndpoint(gate, api, clock);
    CallbackEndpoints callbacks = new CallbackEndpoints(gate, clock);
    String host = "/{namespace}/{host}";
    return List.of(
        new Route("health", "GET", "/healthz", call -> Reply.text(200, "ok")),
        new Route("boot", "GET", "/api/v1/boot", boot::answer),
        new Route("inspection", "POST", "/api/v1/inspection" + host, report::answer),
        new Route("bootstrap", "GET", "/api/v1/bootstrap" + host, bootstrap::answer),
        new Route("provisioned", "POST", "/api/v1/provisioned" + host, callbacks::provisioned),
        new Route("provision-failed", "POST", "/api/v1/provision-failed" + host, callbacks::failed),
        new Route("phone-home", "POST", "/api/v1/phone-home" + host, callbacks::phoneHome));
  }

  /** The port in use, also when 0 was asked for. */
  public int port() {
    return listener.port();
  }

  /** The CA (PEM) that machines are told to trust. */
  public String caPem() {
    return tls.caPem();
  }

  /** Whether its view of hosts and runs is complete. */
  public boolean ready() {
    return hosts.synced() && runs.synced();
  }

  @Override
  public void close() throws IOException {
    try {
      listener.close();
    } finally {
      tls.close();
      hosts.close();
      runs.close();
    }
  }
}
