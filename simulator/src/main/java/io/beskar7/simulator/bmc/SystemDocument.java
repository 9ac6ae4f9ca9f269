package io.beskar7.simulator.bmc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.persona.Persona;
import io.beskar7.simulator.persona.Persona.ResetValues;
import java.util.List;

/** A ComputerSystem (DSP2046) as the BMC describes it at this moment. */
final class SystemDocument {
  static final String COLLECTION = RootEndpoints.ROOT + "/Systems";
  static final List<String> ENABLED = List.of("Disabled", "Once", "Continuous");

  private final Persona persona;
  private final BmcSystem system;

  SystemDocument(Persona persona, BmcSystem system) {
    this.persona = persona;
    this.system = system;
  }

  String uri() {
    return COLLECTION + "/" + system.id();
  }

  String resetUri() {
    return uri() + "/Actions/ComputerSystem.Reset";
  }

  String actionInfoUri() {
    return uri() + "/ResetActionInfo";
  }

  boolean hasActionInfo() {
    return persona.resetValues() != ResetValues.INLINE;
  }

  ObjectNode current() {
    Hardware hardware = system.believed();
    ObjectNode node =
        Json.resource(
            uri(), "#ComputerSystem.v1_20_1.ComputerSystem", system.id(), "Computer System");
    node.put("SystemType", "Physical")
        .put("Manufacturer", hardware.manufacturer())
        .put("Model", hardware.model())
        .put("SerialNumber", hardware.serialNumber())
        .put("UUID", hardware.uuid().toString())
        .put("BiosVersion", hardware.firmwareVersion())
        .put("PowerState", system.power().state().text())
        .put("LastResetTime", system.power().lastReset().toString());
    node.putObject("Status").put("State", state()).put("Health", "OK");
    node.set("Boot", boot());
    summaries(node, hardware);
    if (persona.nicList()) {
      node.set("EthernetInterfaces", Json.link(uri() + "/EthernetInterfaces"));
    }
    links(node);
    node.putObject("Actions").set("#ComputerSystem.Reset", reset());
    return node;
  }

  ObjectNode actionInfo() {
    ObjectNode node =
        Json.resource(
            actionInfoUri(),
            "#ActionInfo.v1_3_0.ActionInfo",
            "ResetActionInfo",
            "Reset Action Info");
    ObjectNode parameter = node.putArray("Parameters").addObject();
    parameter.put("Name", "ResetType").put("Required", true).put("DataType", "String");
    parameter.set("AllowableValues", Json.array(persona.resetTypes()));
    return node;
  }

  private String state() {
    return switch (system.power().state()) {
      case OFF -> "Disabled";
      case POWERING_ON -> "Starting";
      case ON, POWERING_OFF -> "Enabled";
    };
  }

  private ObjectNode boot() {
    BootOverride override = system.override();
    ObjectNode boot = Json.object();
    boot.put("BootSourceOverrideTarget", override.target())
        .put("BootSourceOverrideEnabled", override.enabled())
        .put("BootSourceOverrideMode", override.mode());
    boot.set(
        "BootSourceOverrideTarget@Redfish.AllowableValues", Json.array(persona.overrideTargets()));
    boot.set("BootSourceOverrideEnabled@Redfish.AllowableValues", Json.array(ENABLED));
    boot.set("BootSourceOverrideMode@Redfish.AllowableValues", Json.array(persona.overrideModes()));
    return boot;
  }

  private ObjectNode reset() {
    ObjectNode reset = Json.object().put("target", resetUri());
    if (persona.resetValues() != ResetValues.ACTION_INFO) {
      reset.set("ResetType@Redfish.AllowableValues", Json.array(persona.resetTypes()));
    }
    if (hasActionInfo()) {
      reset.put("@Redfish.ActionInfo", actionInfoUri());
    }
    return reset;
  }

  private static void summaries(ObjectNode node, Hardware hardware) {
    node.putObject("ProcessorSummary")
        .put("Count", hardware.processors().packages())
        .put("CoreCount", hardware.totalCores())
        .put(
            "LogicalProcessorCount",
            hardware.processors().packages() * hardware.processors().threads())
        .put("Model", hardware.processors().model());
    node.putObject("MemorySummary").put("TotalSystemMemoryGiB", hardware.memory().totalGib());
  }

  private static void links(ObjectNode node) {
    ObjectNode links = node.putObject("Links");
    links.putArray("Chassis").add(Json.link(ChassisEndpoints.CHASSIS));
    links.putArray("ManagedBy").add(Json.link(ChassisEndpoints.MANAGER));
  }
}
