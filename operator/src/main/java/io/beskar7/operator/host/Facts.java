package io.beskar7.operator.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.beskar7.api.common.ObjectRef;
import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineStatus;
import io.beskar7.api.machine.Claim;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.operator.kube.Finalizers;
import io.beskar7.operator.kube.Pause;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a host's look reads of each object; see {@link io.beskar7.operator.kube.News}.
 *
 * <p>Secrets are not among them: the way to a BMC names the version of its Secrets, so that each
 * write to one is a change.
 */
final class Facts {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Facts() {}

  /** The spec by its generation; the status whole, because it is written whole. */
  static List<@Nullable Object> ofHost(PhysicalHost host) {
    return Arrays.asList(
        host.getMetadata().getUid(),
        host.getMetadata().getGeneration(),
        host.isMarkedForDeletion(),
        Finalizers.has(host, Finalizers.PHYSICAL_HOST),
        Pause.isPaused(host),
        Pause.isLeaving(host),
        JSON.<JsonNode>valueToTree(host.getStatus()));
  }

  /**
   * See {@link Consumers}. A ticket that is not being given back says nothing here: who names a
   * host that nobody holds is asked of the API, whenever that host may become available.
   */
  static List<@Nullable Object> ofMachine(Beskar7Machine machine) {
    Beskar7MachineStatus status = machine.getStatus();
    Claim claim = status == null ? null : status.claim;
    boolean releasing = claim != null && Boolean.TRUE.equals(claim.releasing);
    return Arrays.asList(
        machine.getMetadata().getUid(),
        machine.isMarkedForDeletion(),
        Consumers.isPaused(machine),
        machine.getSpec().providerID,
        releasing && claim != null ? claim.hostUID : null);
  }

  /** See {@link RunReader}. */
  static List<@Nullable Object> ofRun(ProvisioningRun run) {
    ObjectRef machine = run.getSpec().machineRef;
    return Arrays.asList(
        run.getSpec().hostRef.name,
        run.getSpec().hostRef.uid,
        machine == null ? null : machine.name,
        machine == null ? null : machine.uid,
        run.getSpec().kind,
        run.getSpec().epoch,
        run.getSpec().attempt,
        RunReader.progress(run.getStatus()),
        RunReader.ending(run.getSpec().closed),
        RunReader.note(run));
  }
}
