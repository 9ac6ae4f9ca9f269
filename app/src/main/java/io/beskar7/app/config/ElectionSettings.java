package io.beskar7.app.config;

import java.time.Duration;
import java.util.List;

/** Who is in charge when several replicas run. */
public final class ElectionSettings {
  public static final Setting<Boolean> LEADER_ELECT =
      Setting.of(
              new Kind.Flag(),
              "true",
              "one active replica, held by Lease beskar7-controller-manager (false is refused for"
                  + " now: BMCs are not yet fenced between active replicas)")
          .flag("--leader-elect");
  public static final Setting<Duration> LEASE_DURATION =
      Setting.of(Kind.duration(), "15s", "how long others wait for a leader that is silent")
          .flag("--leader-elect-lease-duration")
          .key("leaderElection.leaseDuration");
  public static final Setting<Duration> RENEW_DEADLINE =
      Setting.of(Kind.duration(), "10s", "how long a leader that cannot renew stays active")
          .flag("--leader-elect-renew-deadline")
          .key("leaderElection.renewDeadline");
  public static final Setting<Duration> RETRY_PERIOD =
      Setting.of(Kind.duration(), "2s", "pause between two tries to get or renew the Lease")
          .flag("--leader-elect-retry-period")
          .key("leaderElection.retryPeriod");
  public static final Setting<Boolean> RELEASE_ON_CANCEL =
      Setting.of(new Kind.Flag(), "true", "free the Lease at once on shutdown")
          .flag("--leader-elect-release-on-cancel");
  public static final Setting<String> RESOURCE_NAMESPACE =
      Setting.of(
              new Kind.Text("the name of a namespace, or auto"),
              "auto",
              "namespace of the Lease; auto: $POD_NAMESPACE, else beskar7-system")
          .flag("--leader-elect-resource-namespace");
  public static final Setting<Boolean> CLAIM_LEADER =
      Setting.of(new Kind.Flag(), "false", "claims are decided by one leader, by priority")
          .flag("--enable-claim-coordinator-leader-election")
          .noEffectYet();
  public static final Setting<Duration> CLAIM_LEASE_DURATION =
      Setting.of(Kind.duration("5s", "60s"), "15s", "lease duration of the claim leader")
          .flag("--claim-coordinator-lease-duration")
          .noEffectYet();
  public static final Setting<Duration> CLAIM_RENEW_DEADLINE =
      Setting.of(Kind.duration("3s", "45s"), "10s", "renew deadline of the claim leader")
          .flag("--claim-coordinator-renew-deadline")
          .noEffectYet();
  public static final Setting<Duration> CLAIM_RETRY_PERIOD =
      Setting.of(Kind.duration("1s", "10s"), "2s", "retry period of the claim leader")
          .flag("--claim-coordinator-retry-period")
          .noEffectYet();

  private ElectionSettings() {}

  static List<Setting<?>> all() {
    return List.of(
        LEADER_ELECT,
        LEASE_DURATION,
        RENEW_DEADLINE,
        RETRY_PERIOD,
        RELEASE_ON_CANCEL,
        RESOURCE_NAMESPACE,
        CLAIM_LEADER,
        CLAIM_LEASE_DURATION,
        CLAIM_RENEW_DEADLINE,
        CLAIM_RETRY_PERIOD);
  }
}
