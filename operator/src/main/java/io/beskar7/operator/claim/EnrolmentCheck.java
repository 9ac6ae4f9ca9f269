package io.beskar7.operator.claim;

import io.beskar7.api.host.PhysicalHost;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.domain.claim.Enrolment;
import io.beskar7.domain.claim.MachineView;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a host may become available: no machine may name it under another UID. */
public final class EnrolmentCheck {
  private static final MachineViews VIEWS = new MachineViews(Surroundings.NONE);

  private EnrolmentCheck() {}

  /**
   * Lists the machines of the host's namespace live. The host must have been read before, and the
   * write that makes it available must carry the version of that read.
   *
   * @return the machine that stands in the way: it may still run on the server; null when none does
   */
  public static @Nullable String blocker(KubernetesClient client, PhysicalHost host) {
    String namespace = host.getMetadata().getNamespace();
    List<MachineView> machines =
        client.resources(Beskar7Machine.class).inNamespace(namespace).list().getItems().stream()
            .map(VIEWS::of)
            .toList();
    MachineView named = Enrolment.blocker(Caches.name(host), host.getMetadata().getUid(), machines);
    return named == null ? null : named.name().name();
  }
}
