package io.beskar7.simulator.bmc;

import io.beskar7.simulator.machine.BootSource;

/**
 * The boot source override of a system.
 *
 * @param target BootSourceOverrideTarget
 * @param enabled BootSourceOverrideEnabled: Disabled, Once or Continuous
 * @param mode BootSourceOverrideMode
 */
public record BootOverride(String target, String enabled, String mode) {
  static BootOverride none(String mode) {
    return new BootOverride("None", "Disabled", mode);
  }

  BootSource source() {
    if (enabled.equals("Disabled")) {
      return BootSource.DEFAULT;
    }
    return switch (target) {
      case "Pxe", "UefiHttp" -> BootSource.NETWORK;
      case "Hdd" -> BootSource.DISK;
      case "BiosSetup" -> BootSource.SETUP;
      default -> BootSource.DEFAULT;
    };
  }

  BootOverride afterUse() {
    return enabled.equals("Once") ? none(mode) : this;
  }
}
