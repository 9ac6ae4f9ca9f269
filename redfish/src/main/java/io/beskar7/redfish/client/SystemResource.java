package io.beskar7.redfish.client;

import io.beskar7.redfish.Power;
import io.beskar7.redfish.http.Origin;
import io.beskar7.redfish.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ComputerSystem as it was read. */
record SystemResource(Resource resource) {
  String path() {
    return resource.path();
  }

  Json body() {
    return resource.body();
  }

  /** As the BMC wrote it; null when it did not. */
  @Nullable String powerText() {
    return body().text("PowerState");
  }

  Power power() {
    return switch (powerText()) {
      case "On" -> Power.ON;
      case "Off" -> Power.OFF;
      case "PoweringOn", "PoweringOff", "Paused" -> Power.TRANSITION;
      case null, default -> Power.UNKNOWN;
    };
  }

  BootView boot() {
    return new BootView(body().at("Boot"));
  }

  @Nullable String resetTarget() {
    String target = reset().text("target");
    return target == null ? null : Origin.path(target);
  }

  /** Null: the resource itself does not say. */
  @Nullable List<String> resetTypes() {
    return reset().strings("ResetType@Redfish.AllowableValues");
  }

  @Nullable String resetActionInfo() {
    return path(reset().link("@Redfish.ActionInfo"));
  }

  @Nullable String settings() {
    return path(body().at("@Redfish.Settings").link("SettingsObject"));
  }

  @Nullable String ethernetInterfaces() {
    return path(body().link("EthernetInterfaces"));
  }

  @Nullable String lastReset() {
    return body().text("LastResetTime");
  }

  private Json reset() {
    return body().at("Actions").at("#ComputerSystem.Reset");
  }

  private static @Nullable String path(@Nullable String link) {
    return link == null ? null : Origin.path(link);
  }
}
