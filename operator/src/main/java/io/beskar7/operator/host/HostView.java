package io.beskar7.operator.host;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.operator.bmc.SecretSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a decision reads besides the host itself. */
interface HostView extends SecretSource {
  /** The machine, or null. */
  @Nullable Beskar7Machine machine(String namespace, String name);

  /** The runs of the host's UID. */
  List<ProvisioningRun> runs(PhysicalHost host);
}
