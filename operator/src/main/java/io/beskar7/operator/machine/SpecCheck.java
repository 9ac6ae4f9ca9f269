package io.beskar7.operator.machine;

import io.beskar7.api.common.DeployMode;
import io.beskar7.api.machine.Beskar7Machine;
import io.beskar7.api.machine.Beskar7MachineSpec;
import io.beskar7.api.machine.HardwareRequirements;
import io.beskar7.domain.hardware.InvalidValue;
import io.beskar7.domain.hardware.Quantities;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API's schema cannot check. Each fault names the field, its value and what is allowed.
 */
final class SpecCheck {
  private final List<String> faults = new ArrayList<>();

  private SpecCheck() {}

  static List<String> faults(Beskar7Machine machine) {
    SpecCheck check = new SpecCheck();
    check.images(machine.getSpec());
    check.providerId(machine.getSpec().providerID, machine.getMetadata().getNamespace());
    if (machine.getSpec().hardwareRequirements != null) {
      check.quantities(machine.getSpec().hardwareRequirements);
    }
    return check.faults;
  }

  /** What is meant when nothing is said: an image where there is a digest to hold it to. */
  static DeployMode deployMode(Beskar7MachineSpec spec) {
    if (spec.deployMode != null) {
      return spec.deployMode;
    }
    return spec.targetOSImageDigest == null ? DeployMode.KEXEC : DeployMode.IMAGE;
  }

  private void images(Beskar7MachineSpec spec) {
    needed("spec.inspectionImage", spec.inspectionImage);
    needed("spec.targetOSImage", spec.targetOSImage);
    if (deployMode(spec) == DeployMode.IMAGE && spec.targetOSImageDigest == null) {
      faults.add(
          "spec.targetOSImageDigest: not set: must be sha256: and 64 hexadecimal digits, because"
              + " spec.deployMode is image");
    }
  }

  private void needed(String field, @Nullable String url) {
    if (url == null || url.isBlank()) {
      faults.add(field + ": not set: must be an http or https URL");
    }
  }

  private void providerId(@Nullable String providerId, String namespace) {
    if (providerId != null && ProviderIds.host(providerId, namespace) == null) {
      faults.add(
          "spec.providerID: \"%s\" cannot be used: must be b7://%s/ and the name of a host"
              .formatted(providerId, namespace));
    }
  }

  private void quantities(HardwareRequirements wanted) {
    if (wanted.memory != null) {
      bytes("spec.hardwareRequirements.memory.capacity", wanted.memory.capacity);
    }
    if (wanted.storage != null) {
      bytes("spec.hardwareRequirements.storage.capacity", wanted.storage.capacity);
    }
    if (wanted.network != null && wanted.network.speed != null) {
      String speed = wanted.network.speed;
      checked(() -> Quantities.megabits("spec.hardwareRequirements.network.speed", speed));
    }
  }

  private void bytes(String field, @Nullable String quantity) {
    if (quantity != null) {
      checked(() -> Quantities.bytes(field, quantity));
    }
  }

  private void checked(Runnable check) {
    try {
      check.run();
    } catch (InvalidValue invalid) {
      faults.add(String.valueOf(invalid.getMessage()));
    }
  }
}
