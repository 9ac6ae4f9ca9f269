package io.beskar7.redfish.client;

import io.beskar7.redfish.Cause;
import io.beskar7.redfish.PowerRequest;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ResetType values that a system takes, and which of them serves a purpose. */
record ResetTypes(String target, @Nullable List<String> allowed) {

  static ResetTypes of(Handle handle, SystemResource system) throws Trouble {
    String target = system.resetTarget();
    if (target == null) {
      throw handle.trouble(
          Cause.RESET_NOT_SUPPORTED, system.path() + " has no action ComputerSystem.Reset");
    }
    List<String> inline = system.resetTypes();
    return new ResetTypes(target, inline != null ? inline : fromActionInfo(handle, system));
  }

  private static @Nullable List<String> fromActionInfo(Handle handle, SystemResource system)
      throws Trouble {
    String info = system.resetActionInfo();
    Json body =
        info == null ? Json.NOTHING : handle.find(info).map(Resource::body).orElse(Json.NOTHING);
    for (Json parameter : body.list("Parameters")) {
      if ("ResetType".equals(parameter.text("Name"))) {
        return parameter.strings("AllowableValues");
      }
    }
    return null;
  }

  String choose(Handle handle, PowerRequest request) throws Trouble {
    return choose(
        handle,
        switch (request) {
          case ON -> List.of("On", "ForceOn");
          case FORCE_OFF -> List.of("ForceOff", "Off");
          case OFF -> List.of("GracefulShutdown", "ForceOff", "Off");
          case GRACEFUL_SHUTDOWN -> List.of("GracefulShutdown", "PushPowerButton");
        });
  }

  /** The first that is allowed; the first of all when the service does not say what it allows. */
  String choose(Handle handle, List<String> wanted) throws Trouble {
    if (allowed == null || allowed.isEmpty()) {
      return wanted.getFirst();
    }
    for (String type : wanted) {
      if (allowed.contains(type)) {
        return type;
      }
    }
    throw handle.trouble(
        Cause.RESET_NOT_SUPPORTED,
        "the system takes none of the reset types " + wanted + ", only " + allowed);
  }

  boolean allows(String type) {
    return allowed == null || allowed.isEmpty() || allowed.contains(type);
  }
}
