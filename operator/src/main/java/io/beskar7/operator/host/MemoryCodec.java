package io.beskar7.operator.host;

import io.beskar7.api.host.HostOperation;
import io.beskar7.api.host.PhysicalHostStatus;
import io.beskar7.api.reason.Reason;
import io.beskar7.domain.host.Cause;
import io.beskar7.domain.host.Finding;
import io.beskar7.domain.host.HostMemory;
import io.beskar7.domain.host.HostState;
import io.beskar7.domain.host.InspectionPhase;
import io.beskar7.domain.host.Operation;
import io.beskar7.operator.kube.Conditions;
import io.beskar7.operator.kube.Timestamps;
import io.fabric8.kubernetes.api.model.Condition;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The memory of decisions as the host's status keeps it, both ways. */
final class MemoryCodec {
  static final String CONNECTION = "RedfishConnectionReady";
  private static final long NONE = -1;

  private MemoryCodec() {}

  static HostMemory read(@Nullable PhysicalHostStatus status) {
    if (status == null || status.state == null) {
      return HostMemory.BLANK;
    }
    return new HostMemory(
        HostState.valueOf(status.state.name()),
        readOperation(status.operation),
        readConnection(Conditions.find(status.conditions, CONNECTION)),
        PowerWords.read(status.observedPowerState),
        orNone(status.releasedEpoch),
        orNone(status.forgivenEpoch),
        Boolean.TRUE.equals(status.bootOverrideLeft),
        status.run,
        status.inspectionPhase == null
            ? null
            : InspectionPhase.valueOf(status.inspectionPhase.name()),
        status.consecutiveFailures == null ? 0 : status.consecutiveFailures);
  }

  private static long orNone(@Nullable Long epoch) {
    return epoch == null ? NONE : epoch;
  }

  private static @Nullable Finding readConnection(@Nullable Condition condition) {
    if (condition == null || "Unknown".equals(condition.getStatus())) {
      return null;
    }
    String reason = condition.getReason();
    return Arrays.stream(Cause.values())
        .filter(cause -> reason(cause).wire().equals(reason))
        .findFirst()
        .map(
            cause ->
                new Finding(
                    "True".equals(condition.getStatus()),
                    cause,
                    Objects.requireNonNullElse(condition.getMessage(), "")))
        .orElse(null);
  }

  private static @Nullable Operation readOperation(@Nullable HostOperation operation) {
    Operation.Kind kind = operation == null ? null : OperationWords.kind(operation.intent);
    if (operation == null || operation.id == null || kind == null) {
      return null;
    }
    Instant started =
        Objects.requireNonNullElse(Timestamps.parse(operation.startedAt), Instant.EPOCH);
    Instant deadline = Objects.requireNonNullElse(Timestamps.parse(operation.deadline), started);
    return new Operation(
        operation.id,
        kind,
        operation.run,
        OperationWords.step(operation.step),
        operation.attempt == null ? 1 : operation.attempt,
        started,
        deadline);
  }

  /** Writes all that the memory holds but the connection, which is a condition. */
  static void write(HostMemory memory, PhysicalHostStatus status) {
    status.state = io.beskar7.api.host.HostState.valueOf(memory.state().name());
    status.operation = writeOperation(memory.operation());
    status.observedPowerState = PowerWords.write(memory.power());
    status.releasedEpoch = memory.releasedEpoch() == NONE ? null : memory.releasedEpoch();
    status.forgivenEpoch = memory.forgivenEpoch() == NONE ? null : memory.forgivenEpoch();
    status.bootOverrideLeft = memory.overrideLeft() ? Boolean.TRUE : null;
    status.run = memory.run();
    status.inspectionPhase =
        memory.phase() == null
            ? null
            : io.beskar7.api.host.InspectionPhase.valueOf(memory.phase().name());
    status.consecutiveFailures =
        memory.consecutiveFailures() == 0 ? null : memory.consecutiveFailures();
  }

  @SuppressWarnings("NullAway") // bean: absent is null
  private static @Nullable HostOperation writeOperation(@Nullable Operation operation) {
    if (operation == null) {
      return null;
    }
    HostOperation written = new HostOperation();
    written.id = operation.id();
    written.intent = OperationWords.word(operation.kind());
    written.run = operation.run();
    written.step = operation.step() == null ? null : OperationWords.word(operation.step());
    written.attempt = operation.attempt();
    written.startedAt = Timestamps.millis(operation.startedAt());
    written.deadline = Timestamps.millis(operation.deadline());
    return written;
  }

  static Reason reason(Cause cause) {
    return Reason.valueOf(cause.name());
  }
}
