package io.beskar7.redfish.client;

import io.beskar7.redfish.BootOverride;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.http.Reply;
import io.beskar7.redfish.http.Trouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sets and clears the boot override. Where it is written (the system or its settings object) and
 * with which members follows from what the service shows; that it was taken is read back.
 */
final class BootControl {
  private final Handle handle;

  BootControl(Handle handle) {
    this.handle = handle;
  }

  boolean supportsPxe(SystemResource system) throws Trouble {
    if (system.boot().listsTargets()) {
      return system.boot().allowsPxe();
    }
    Resource settings = settings(system);
    return settings == null ? system.boot().allowsPxe() : boot(settings).allowsPxe();
  }

  BootOverride networkOnce() throws Trouble {
    SystemResource system = handle.read();
    List<Resource> places = places(system);
    if (places.isEmpty()) {
      throw handle.trouble(
          Cause.PXE_NOT_SUPPORTED, system.path() + " offers no boot override to Pxe");
    }
    for (Resource place : places) {
      if (boot(place).networkNext()) {
        return override(place);
      }
    }
    BootWriter writer = new BootWriter(handle);
    for (Resource place : places) {
      Resource taken = writer.write(place, payloads(boot(place)), BootView::networkNext);
      if (taken != null) {
        return override(taken);
      }
    }
    throw writer.notTaken("Target Pxe, Enabled Once");
  }

  boolean persists() throws Trouble {
    SystemResource system = handle.read();
    Resource settings = settings(system);
    return system.boot().persistent() || (settings != null && boot(settings).persistent());
  }

  Power clear() throws Trouble {
    SystemResource system = handle.read();
    BootWriter writer = new BootWriter(handle);
    List<Resource> places = new ArrayList<>(List.of(system.resource()));
    Resource settings = settings(system);
    if (settings != null) {
      places.add(settings);
    }
    for (Resource place : places) {
      if (boot(place).overridden()
          && writer.write(place, List.of(disabled()), boot -> !boot.overridden()) == null) {
        throw writer.notTaken("Enabled Disabled");
      }
    }
    return system.power();
  }

  /**
   * Where to write, best first. A system that does not list its targets beside settings that have
   * one keeps the override there (AMI, iDRAC10); elsewhere the settings may lack it (iDRAC9, XCC).
   */
  private List<Resource> places(SystemResource system) throws Trouble {
    List<Resource> places = new ArrayList<>();
    if (system.boot().allowsPxe()) {
      places.add(system.resource());
    }
    Resource settings = settings(system);
    if (settings != null && boot(settings).allowsPxe()) {
      places.add(system.boot().listsTargets() ? places.size() : 0, settings);
    }
    return places;
  }

  private @Nullable Resource settings(SystemResource system) throws Trouble {
    String path = system.settings();
    return path == null ? null : handle.find(path).orElse(null);
  }

  /** With the mode first where the service knows UEFI: some fall back to Legacy without it. */
  private static List<Map<String, ?>> payloads(BootView boot) {
    Map<String, String> bare = new LinkedHashMap<>();
    bare.put("BootSourceOverrideTarget", "Pxe");
    bare.put("BootSourceOverrideEnabled", "Once");
    Map<String, String> full = new LinkedHashMap<>(bare);
    full.put("BootSourceOverrideMode", "UEFI");
    List<Map<String, String>> order = boot.knowsUefi() ? List.of(full, bare) : List.of(bare, full);
    return order.stream().<Map<String, ?>>map(members -> Map.of("Boot", members)).toList();
  }

  /** The target is left alone: iLO rejects None beside Disabled. */
  private static Map<String, ?> disabled() {
    return Map.of("Boot", Map.of("BootSourceOverrideEnabled", "Disabled"));
  }

  private static BootOverride override(Resource place) {
    return new BootOverride(place.path(), boot(place).mode(), boot(place).persistent());
  }

  static BootView boot(Resource place) {
    return new BootView(place.body().at("Boot"));
  }

  static boolean accepted(Reply reply) {
    return reply instanceof Reply.Answer answer && answer.good();
  }
}
