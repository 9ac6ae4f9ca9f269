package io.beskar7.app.config;

import java.util.List;

/** Where the servers listen, and how they talk to Kubernetes. */
public final class ServerSettings {
  public static final Setting<BindAddress> METRICS_BIND_ADDRESS =
      Setting.of(new Kind.Address(), ":8080", "where /metrics is served")
          .flag("--metrics-bind-address");
  public static final Setting<BindAddress> HEALTH_BIND_ADDRESS =
      Setting.of(new Kind.Address(), ":8081", "where /healthz and /readyz are served")
          .flag("--health-probe-bind-address");
  public static final Setting<BindAddress> BOOT_BIND_ADDRESS =
      Setting.of(new Kind.Address(), ":8082", "where machines fetch boot scripts and send reports")
          .flag("--boot-bind-address");
  public static final Setting<String> BOOT_HOST =
      Setting.of(
              new Kind.Text("a host, host:port, or auto"),
              "auto",
              "how hosts reach the boot server; auto: as each host itself reached it")
          .flag("--boot-advertise-address");
  public static final Setting<String> POD_IP =
      Setting.of(
              new Kind.Text("an address"),
              "auto",
              "address of this pod, for the boot server's certificate")
          .env("POD_IP");
  public static final Setting<Boolean> ALLOW_INSECURE_INSPECTION =
      Setting.of(
              new Kind.Flag(), "false", "take reports and give bootstrap data without TLS (unsafe)")
          .flag("--allow-insecure-inspection");
  public static final Setting<Boolean> ENABLE_PPROF =
      Setting.of(new Kind.Flag(), "false", "serve a JFR recording, thread dump and heap summary")
          .flag("--enable-pprof")
          .key("metrics.enableProfiling")
          .noEffectYet();
  public static final Setting<BindAddress> PPROF_BIND_ADDRESS =
      Setting.of(new Kind.Address(), ":8083", "where --enable-pprof serves")
          .flag("--pprof-bind-address")
          .noEffectYet();
  public static final Setting<Boolean> ENABLE_SECURITY_MONITORING =
      Setting.of(
              new Kind.Flag(), "true", "events and counters for untrusted BMCs and refused tokens")
          .flag("--enable-security-monitoring")
          .noEffectYet();
  public static final Setting<Integer> KUBE_API_QPS =
      Setting.of(Kind.whole(5, 100, 1_000), "20", "requests a second to the Kubernetes API")
          .flag("--kube-api-qps")
          .noEffectYet();
  public static final Setting<Integer> KUBE_API_BURST =
      Setting.of(Kind.whole(10, 200, 1_000), "30", "requests at once to the Kubernetes API")
          .flag("--kube-api-burst")
          .noEffectYet();
  public static final Setting<String> NAMESPACE =
      Setting.of(
              new Kind.Text("the name of a namespace"),
              "beskar7-system",
              "namespace of Beskar7 itself: its ConfigMap, its Lease")
          .env("POD_NAMESPACE");
  public static final Setting<String> POD_NAME =
      Setting.of(new Kind.Text("a name"), "auto", "name in the leader Lease; auto: the host's name")
          .env("POD_NAME");
  public static final Setting<String> NODE_NAME =
      Setting.of(new Kind.Text("a name"), "auto", "the node's name in logs")
          .env("NODE_NAME")
          .noEffectYet();

  private ServerSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        METRICS_BIND_ADDRESS,
        HEALTH_BIND_ADDRESS,
        BOOT_BIND_ADDRESS,
        BOOT_HOST,
        ALLOW_INSECURE_INSPECTION,
        ENABLE_PPROF,
        PPROF_BIND_ADDRESS,
        ENABLE_SECURITY_MONITORING,
        KUBE_API_QPS,
        KUBE_API_BURST,
        NAMESPACE,
        POD_IP,
        POD_NAME,
        NODE_NAME);
  }
}
