package io.beskar7.redfish.client;

import io.beskar7.redfish.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The Boot object of a system or of its settings. */
record BootView(Json boot) {
  private static final String TARGET = "BootSourceOverrideTarget";
  private static final String ENABLED = "BootSourceOverrideEnabled";
  private static final String MODE = "BootSourceOverrideMode";
  private static final String ALLOWABLE = "@Redfish.AllowableValues";
  private static final List<String> SET = List.of("Once", "Continuous");

  boolean hasTarget() {
    return boot.has(TARGET);
  }

  boolean listsTargets() {
    return boot.strings(TARGET + ALLOWABLE) != null;
  }

  /** A list that is missing says nothing; one that is there is believed. */
  boolean allowsPxe() {
    List<String> targets = boot.strings(TARGET + ALLOWABLE);
    return hasTarget() && (targets == null || targets.isEmpty() || targets.contains("Pxe"));
  }

  /** Whether UEFI is a mode this BMC knows of. */
  boolean knowsUefi() {
    List<String> modes = boot.strings(MODE + ALLOWABLE);
    return (modes == null || modes.isEmpty()) ? mode() != null : modes.contains("UEFI");
  }

  @Nullable String mode() {
    return boot.text(MODE);
  }

  boolean persistent() {
    return "Continuous".equals(boot.text(ENABLED));
  }

  boolean overridden() {
    String enabled = boot.text(ENABLED);
    return enabled != null && SET.contains(enabled);
  }

  /** Supermicro reports Pxe back as UefiBootNext. */
  boolean networkNext() {
    String target = boot.text(TARGET);
    return overridden() && ("Pxe".equals(target) || "UefiBootNext".equals(target));
  }

  boolean legacy() {
    return "Legacy".equals(mode());
  }

  String described() {
    return "Target " + boot.text(TARGET) + ", Enabled " + boot.text(ENABLED) + ", Mode " + mode();
  }
}
