package io.beskar7.app.demo;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.MachinePhase;
import io.beskar7.api.run.Milestones;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.app.view.Words;
import io.fabric8.kubernetes.api.model.Condition;
import org.jspecify.annotations.Nullable;

/**
 * How far a machine has come.
 *
 * @param host the host it holds, or "-"
 * @param percent 0 to 100
 * @param step what it does now, in a few words
 */
public record MachineProgress(
    String name, String host, int percent, String step, boolean done, boolean failed) {

  /** From what the API says of a machine and its newest run. */
  public static MachineProgress of(Beskar7Machine machine, @Nullable ProvisioningRun run) {
    Beskar7MachineStatus status =
        machine.getStatus() == null ? new Beskar7MachineStatus() : machine.getStatus();
    MachinePhase phase = status.phase == null ? MachinePhase.PENDING : status.phase;
    Stage stage = stage(phase, milestones(run));
    boolean failed = phase == MachinePhase.FAILED;
    return new MachineProgress(
        machine.getMetadata().getName(),
        status.host == null ? "-" : status.host,
        stage.percent,
        failed ? "failed: " + message(status) : stage.text,
        phase == MachinePhase.PROVISIONED,
        failed);
  }

  private enum Stage {
    PENDING(0, "looked at soon"),
    CLAIMING(5, "waits for a host"),
    STARTING(15, "host is told to boot from the network"),
    BOOTING(35, "host loads the inspector"),
    JUDGED(55, "host has reported and fits"),
    DEPLOYING(70, "system is being written"),
    WRITTEN(85, "system is starting"),
    PROVISIONED(100, "runs"),
    FAILED(0, "failed"),
    DELETING(0, "is being deleted");

    private final int percent;
    private final String text;

    Stage(int percent, String text) {
      this.percent = percent;
      this.text = text;
    }
  }

  private static Stage stage(MachinePhase phase, Milestones m) {
    return switch (phase) {
      case PENDING -> Stage.PENDING;
      case CLAIMING -> Stage.CLAIMING;
      case PROVISIONED -> Stage.PROVISIONED;
      case FAILED -> Stage.FAILED;
      case DELETING -> Stage.DELETING;
      case INSPECTING, VALIDATING, PROVISIONING -> stage(m);
    };
  }

  private static Stage stage(Milestones m) {
    if (m.imageWrittenAt != null) {
      return Stage.WRITTEN;
    }
    if (m.bootstrapServedAt != null) {
      return Stage.DEPLOYING;
    }
    if (m.reportedAt != null) {
      return Stage.JUDGED;
    }
    return m.scriptServedAt == null ? Stage.STARTING : Stage.BOOTING;
  }

  private static Milestones milestones(@Nullable ProvisioningRun run) {
    return run == null || run.getStatus() == null || run.getStatus().milestones == null
        ? new Milestones()
        : run.getStatus().milestones;
  }

  private static String message(Beskar7MachineStatus status) {
    Condition ready = Words.ready(status.conditions);
    return ready == null ? "no reason given" : ready.getReason() + " " + ready.getMessage();
  }
}
