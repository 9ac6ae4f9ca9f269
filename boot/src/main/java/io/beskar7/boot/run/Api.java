package io.beskar7.boot.run;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.boot.http.Refusal;
import io.beskar7.boot.http.Reply;
import io.beskar7.domain.bmc.HostKey;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Live reads and writes; an API that does not answer is a 503 for the machine, which then retries.
 */
public final class Api {
  private static final Logger LOG = LoggerFactory.getLogger(Api.class);

  private final KubernetesClient client;

  public Api(KubernetesClient client) {
    this.client = client;
  }

  /** Somebody else has written first: look again. */
  public static final class Conflict extends Exception {
    private static final long serialVersionUID = 1L;

    Conflict() {
      super("written by another meanwhile", null, false, false);
    }
  }

  public @Nullable PhysicalHost host(HostKey key) {
    return ask(
        () ->
            client
                .resources(PhysicalHost.class)
                .inNamespace(key.namespace())
                .withName(key.name())
                .get());
  }

  public @Nullable ProvisioningRun run(String namespace, String name) {
    return ask(
        () -> client.resources(ProvisioningRun.class).inNamespace(namespace).withName(name).get());
  }

  public @Nullable InspectionReport report(String namespace, String name) {
    return ask(
        () -> client.resources(InspectionReport.class).inNamespace(namespace).withName(name).get());
  }

  public @Nullable Secret secret(String namespace, String name) {
    return ask(() -> client.secrets().inNamespace(namespace).withName(name).get());
  }

  /**
   * Writes the status at the version that was read.
   *
   * @throws Conflict when the run has changed or gone since
   */
  public ProvisioningRun putStatus(ProvisioningRun run) throws Conflict {
    try {
      return client.resource(run).updateStatus();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 409 || e.getCode() == 404) {
        throw new Conflict();
      }
      throw unavailable(e);
    }
  }

  /**
   * Creates the report.
   *
   * @throws Conflict when there is one of that name
   */
  public void create(InspectionReport report) throws Conflict {
    try {
      client.resource(report).create();
    } catch (KubernetesClientException e) {
      if (e.getCode() == 409) {
        throw new Conflict();
      }
      throw unavailable(e);
    }
  }

  private static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (KubernetesClientException e) {
      throw unavailable(e);
    }
  }

  private static Refusal unavailable(KubernetesClientException e) {
    LOG.atWarn()
        .addKeyValue("code", e.getCode())
        .addKeyValue("error", e.getMessage())
        .log("Kubernetes API does not answer as it should");
    return new Refusal(Reply.error(503, "the Kubernetes API does not answer, try again"));
  }
}
