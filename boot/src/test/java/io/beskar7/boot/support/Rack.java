package io.beskar7.boot.support;

import io.beskar7.api.common.ObjectRef;
import io.beskar7.api.host.HardwareDetails;
import io.beskar7.api.host.HostOperation;
import io.beskar7.api.host.HostState;
import io.beskar7.api.host.InspectionPhase;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.host.PhysicalHostSpec;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.host.RedfishConnection;
import io.beskar7.api.report.InspectionReport;
import io.beskar7.api.run.Closed;
import io.beskar7.api.run.HostIdentity;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import io.beskar7.api.run.RunKind;
import io.beskar7.api.run.RunOutcome;
import io.beskar7.api.run.RunTimeouts;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Hosts and runs in the API, as reconcilers would leave them. */
public final class Rack {
  public static final String UUID = "4c4c4544-0039-4d10-8056-b4c04f4a3732";
  public static final String SERIAL = "TAG0001";
  public static final String BOOTSTRAP = "#cloud-config\nsecret: join-token\n";

  private final KubernetesClient client;
  private final String namespace;

  public Rack(KubernetesClient client, String namespace) {
    this.client = client;
    this.namespace = namespace;
  }

  /** A claimed host (epoch 1) that has been enrolled. */
  public PhysicalHost host(String name, String mac) {
    PhysicalHost host = new PhysicalHost();
    host.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    PhysicalHostSpec spec = new PhysicalHostSpec();
    spec.redfishConnection = new RedfishConnection();
    spec.redfishConnection.address = "https://bmc.example";
    spec.claimEpoch = 1L;
    host.setSpec(spec);
    PhysicalHost created = client.resource(host).create();
    PhysicalHostStatus status = new PhysicalHostStatus();
    status.state = HostState.INSPECTING;
    status.hardwareDetails = new HardwareDetails();
    status.hardwareDetails.macAddresses = List.of(mac);
    status.hardwareDetails.uuid = UUID;
    status.hardwareDetails.serialNumber = SERIAL;
    created.setStatus(status);
    return client.resource(created).updateStatus();
  }

  /** An open run for the host, with a bootstrap Secret. */
  public ProvisioningRun run(PhysicalHost host, int attempt, Consumer<ProvisioningRunSpec> orders) {
    String name = host.getMetadata().getName() + "-1-" + attempt;
    ProvisioningRun run = new ProvisioningRun();
    run.setMetadata(new ObjectMetaBuilder().withName(name).withNamespace(namespace).build());
    ProvisioningRunSpec spec = new ProvisioningRunSpec();
    spec.kind = RunKind.PROVISION;
    spec.hostRef = new ObjectRef(host.getMetadata().getName(), host.getMetadata().getUid());
    spec.epoch = 1L;
    spec.attempt = attempt;
    spec.inspectionImage = "http://images.example/inspector";
    spec.targetOSImage = "http://images.example/os.raw";
    spec.targetOSImageDigest = "sha256:" + "a".repeat(64);
    spec.providerID = "b7://" + namespace + "/" + host.getMetadata().getName();
    spec.identity = new HostIdentity();
    spec.identity.uuid = UUID;
    spec.identity.serialNumber = SERIAL;
    spec.bootstrapSecret = name;
    spec.timeouts = new RunTimeouts();
    spec.timeouts.boot = "5m";
    spec.timeouts.inspection = "10m";
    spec.timeouts.deployment = "20m";
    orders.accept(spec);
    run.setSpec(spec);
    secret(name, Map.of("value", BOOTSTRAP));
    return client.resource(run).create();
  }

  public void secret(String name, Map<String, String> data) {
    client
        .resource(
            new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .endMetadata()
                .withStringData(data)
                .build())
        .create();
  }

  /** The host reconciler has put the step on record. */
  public void atStep(PhysicalHost host, ProvisioningRun run, String step) {
    edit(
        host,
        status -> {
          status.run = run.getMetadata().getName();
          status.inspectionPhase = InspectionPhase.PENDING;
          status.operation = new HostOperation();
          status.operation.intent = "BootFromNetwork";
          status.operation.run = run.getMetadata().getName();
          status.operation.step = step;
        });
  }

  /** The host reconciler has seen the host on. */
  public void booting(PhysicalHost host, ProvisioningRun run) {
    edit(
        host,
        status -> {
          status.run = run.getMetadata().getName();
          status.inspectionPhase = InspectionPhase.BOOTING;
          status.operation = null;
        });
  }

  public void edit(PhysicalHost host, Consumer<PhysicalHostStatus> change) {
    PhysicalHost fresh = client.resource(host).get();
    change.accept(fresh.getStatus());
    client.resource(fresh).updateStatus();
  }

  public void editSpec(PhysicalHost host, Consumer<PhysicalHostSpec> change) {
    PhysicalHost fresh = client.resource(host).get();
    change.accept(fresh.getSpec());
    client.resource(fresh).update();
  }

  /** The machine reconciler has closed the run. */
  public void close(ProvisioningRun run, RunOutcome outcome, String cause) {
    ProvisioningRun fresh = look(run);
    fresh.getSpec().closed = new Closed();
    fresh.getSpec().closed.outcome = outcome;
    fresh.getSpec().closed.cause = cause;
    fresh.getSpec().closed.at = "2026-01-01T00:00:00Z";
    client.resource(fresh).update();
  }

  public ProvisioningRun look(ProvisioningRun run) {
    return client.resource(run).get();
  }

  public InspectionReport report(ProvisioningRun run) {
    return client
        .resources(InspectionReport.class)
        .inNamespace(namespace)
        .withName(run.getMetadata().getName())
        .get();
  }
}
