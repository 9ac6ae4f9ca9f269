package io.beskar7.operator.machine;

import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.domain.machine.Note;
import io.beskar7.domain.machine.Note.Standing;
import io.beskar7.domain.time.Time;
import io.beskar7.operator.kube.LastLook;
import io.beskar7.operator.kube.LogKeys;
import io.beskar7.operator.kube.StatusWriter;
import io.beskar7.operator.kube.WriteResult;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a note on record in the machine's status, when it says something new. */
final class MachineRecorder {
  private static final Logger LOG = LoggerFactory.getLogger(MachineRecorder.class);

  private final StatusWriter writer;
  private final Time time;
  private final LastLook<Beskar7Machine> lastLook;

  MachineRecorder(KubernetesClient client, Time time, LastLook<Beskar7Machine> lastLook) {
    this.writer = new StatusWriter(client);
    this.time = time;
    this.lastLook = lastLook;
  }

  /** The machine with the note on record; null when the write lost and nothing may follow. */
  @Nullable Beskar7Machine record(Observation seen, Beskar7Machine machine, Note note) {
    if (note instanceof Note.Nothing) {
      lastLook.leaves(machine);
      return machine;
    }
    Beskar7Machine next = writer.copy(machine);
    next.setStatus(next(seen, machine, note));
    lastLook.leaves(next);
    WriteResult<Beskar7Machine> result = writer.status(machine, next.getStatus());
    return switch (result) {
      case WriteResult.Unchanged<Beskar7Machine>(Beskar7Machine same) -> same;
      case WriteResult.Written<Beskar7Machine>(Beskar7Machine written) -> {
        lastLook.wrote(written);
        tell(seen, note);
        yield written;
      }
      case WriteResult.Conflict<Beskar7Machine> _, WriteResult.Gone<Beskar7Machine> _ -> null;
    };
  }

  private Beskar7MachineStatus next(Observation seen, Beskar7Machine machine, Note note) {
    Beskar7MachineStatus copy =
        machine.getStatus() == null ? new Beskar7MachineStatus() : writer.copy(machine.getStatus());
    StatusProjection projection = new StatusProjection(machine, copy, time.now());
    return switch (note) {
      case Note.Nothing _ -> copy;
      case Note.Paused paused -> projection.paused(paused);
      case Standing standing -> {
        if (standing.ready()) {
          projection.running(seen.host(), seen.runs().get(standing.run()));
        }
        yield projection.standing(standing, seen.facts().bootstrap());
      }
    };
  }

  private static void tell(Observation seen, Note note) {
    if (note instanceof Standing standing && standing.phase() != seen.facts().recorded().phase()) {
      LOG.atInfo()
          .addKeyValue(LogKeys.NAMESPACE, seen.machine().getMetadata().getNamespace())
          .addKeyValue(LogKeys.MACHINE, seen.machine().getMetadata().getName())
          .addKeyValue(LogKeys.HOST, standing.host())
          .addKeyValue(LogKeys.RUN, standing.run())
          .addKeyValue(LogKeys.PHASE, standing.phase())
          .addKeyValue(LogKeys.REASON, Reasons.of(standing.cause()).wire())
          .log("machine changed phase");
    }
  }
}
