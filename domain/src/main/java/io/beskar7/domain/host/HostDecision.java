package io.beskar7.domain.host;

import io.beskar7.domain.bmc.Intent;
import io.beskar7.domain.bmc.Outcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a host.
 *
 * @param memory what to put on record; unchanged when nothing may be recorded
 * @param ready what condition Ready says; null leaves it
 * @param enrolled what the BMC has just told of the server, to be put on record; null when nothing
 * @param forgetHardware what BMC and server told earlier no longer counts: both are to be asked
 *     again
 * @param actions only after the record stands
 * @param nextLook when to decide again if nothing happens before; null: only events matter
 */
public record HostDecision(
    HostMemory memory,
    @Nullable Finding ready,
    Outcome.@Nullable Enrolled enrolled,
    boolean forgetHardware,
    List<HostAction> actions,
    @Nullable Instant nextLook) {

  public HostDecision {
    actions = List.copyOf(actions);
  }

  static HostDecision only(HostMemory memory, List<HostAction> actions) {
    return new HostDecision(memory, null, null, false, actions, null);
  }

  /** Whether it hands more to the lane than a poll: look at the live objects first. */
  public boolean needsLiveLook() {
    return actions.stream().anyMatch(HostDecision::needsLiveLook);
  }

  private static boolean needsLiveLook(HostAction action) {
    return switch (action) {
      case HostAction.Proceed _ -> true;
      case HostAction.Submit(String _, Intent intent) -> !(intent instanceof Intent.ReadState);
      case HostAction.AddFinalizer _,
          HostAction.DropFinalizer _,
          HostAction.CancelOperation _,
          HostAction.CloseRun _,
          HostAction.ForgetRun _ ->
          false;
    };
  }
}
