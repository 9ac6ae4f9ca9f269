package io.beskar7.app;

import io.fabric8.kubernetes.client.utils.Serialization;

/** Objects as the API would hand them out. */
public final class Fixtures {
  private Fixtures() {}

  public static <T> T yaml(String text, Class<T> type) {
    return Serialization.unmarshal(text, type);
  }

  public static final String WAITING_MACHINE =
      """
      apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
      kind: Beskar7Machine
      metadata: {name: worker-2, namespace: rack, uid: m2, creationTimestamp: "2026-01-01T10:00:00Z"}
      spec: {}
      status:
        phase: Claiming
        phaseSince: "2026-01-01T10:00:01Z"
        conditions:
        - {type: Ready, status: "False", reason: WaitingForHost, lastTransitionTime: "2026-01-01T10:00:01Z",
           message: "0 of 20 hosts free: 20 claimed"}
      """;

  public static final String INSPECTING_MACHINE =
      """
      apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
      kind: Beskar7Machine
      metadata: {name: worker-1, namespace: rack, uid: m1, creationTimestamp: "2026-01-01T10:00:00Z"}
      spec: {}
      status:
        phase: Inspecting
        phaseSince: "2026-01-01T10:00:02Z"
        host: host-0001
        conditions:
        - {type: Ready, status: "False", reason: WaitingForReport, lastTransitionTime: "2026-01-01T10:00:02Z", message: ""}
      """;

  public static final String OPEN_RUN =
      """
      apiVersion: beskar7.io/v1alpha1
      kind: ProvisioningRun
      metadata: {name: worker-1-1-1, namespace: rack, creationTimestamp: "2026-01-01T10:00:02Z"}
      spec:
        kind: Provision
        hostRef: {name: host-0001, uid: h1}
        machineRef: {name: worker-1, uid: m1}
        epoch: 1
        attempt: 1
        timeouts: {boot: 10m, inspection: 10m, deployment: 20m}
      status:
        milestones: {scriptServedAt: "2026-01-01T10:00:30.250Z"}
      """;

  public static final String CLOSED_RUN =
      """
      apiVersion: beskar7.io/v1alpha1
      kind: ProvisioningRun
      metadata: {name: worker-1-1-1, namespace: rack, creationTimestamp: "2026-01-01T10:00:02Z"}
      spec:
        kind: Provision
        hostRef: {name: host-0001, uid: h1}
        machineRef: {name: worker-1, uid: m1}
        epoch: 1
        attempt: 1
        timeouts: {boot: 10m, inspection: 10m, deployment: 20m}
        closed: {outcome: Failed, cause: DeploymentFailed, message: "disk is full", at: "2026-01-01T10:01:00Z"}
      status:
        milestones:
          scriptServedAt: "2026-01-01T10:00:30.250Z"
          reportedAt: "2026-01-01T10:00:40.500Z"
          failedAt: "2026-01-01T10:00:59.900Z"
        verdict: {result: Accepted, at: "2026-01-01T10:00:40.600Z"}
        failure: {message: "disk is full"}
      """;

  public static final String HOST =
      """
      apiVersion: infrastructure.cluster.x-k8s.io/v1beta1
      kind: PhysicalHost
      metadata: {name: host-0001, namespace: rack, uid: h1, creationTimestamp: "2026-01-01T09:00:00Z"}
      spec:
        redfishConnection: {address: "127.7.0.1:8443"}
        consumerRef: {name: worker-1}
      status:
        state: Inspecting
        stateSince: "2026-01-01T10:00:02Z"
        observedPowerState: "On"
        operation: {id: worker-1-1-1, intent: BootFromNetwork, step: Override}
        conditions:
        - {type: Ready, status: "False", reason: Inspecting, lastTransitionTime: "2026-01-01T10:00:02Z", message: ""}
      """;

  public static final String EVENT =
      """
      apiVersion: v1
      kind: Event
      metadata: {name: e1, namespace: rack}
      involvedObject: {name: worker-1, uid: m1}
      reason: HostClaimed
      message: host host-0001 is bound
      count: 2
      lastTimestamp: "2026-01-01T10:00:02Z"
      """;
}
