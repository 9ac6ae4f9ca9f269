package io.beskar7.redfish.client;

import io.beskar7.redfish.BootOverride;
import io.beskar7.redfish.NetworkAddresses;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.PowerRequest;
import io.beskar7.redfish.RedfishSystem;
import io.beskar7.redfish.Restart;
import io.beskar7.redfish.Result;
import io.beskar7.redfish.SystemInfo;
import io.beskar7.redfish.http.Trouble;
import io.beskar7.redfish.json.Json;
import org.jspecify.annotations.Nullable;

final class HttpRedfishSystem implements RedfishSystem {
  private final Connection connection;
  private final Handle reading;
  private final Handle writing;

  HttpRedfishSystem(Connection connection, Systems systems, @Nullable String systemId, Pace pace) {
    this.connection = connection;
    this.reading = new Handle(connection, systems, systemId, Access.RENEWABLE, pace);
    this.writing = reading.with(Access.UNDER_THIS_LOGIN);
  }

  @Override
  public Result<SystemInfo> getSystemInfo() {
    return Call.run(this::info);
  }

  private SystemInfo info() throws Trouble {
    SystemResource system = reading.read();
    Json body = system.body();
    Double cores = body.at("ProcessorSummary").number("CoreCount");
    Double memory = body.at("MemorySummary").number("TotalSystemMemoryGiB");
    return new SystemInfo(
        system.path(),
        connection.root().vendor(),
        body.text("Manufacturer"),
        body.text("Model"),
        body.text("SerialNumber"),
        body.text("SKU"),
        body.text("UUID"),
        body.text("BiosVersion"),
        body.at("Status").text("Health"),
        system.power(),
        cores == null || cores < 1 ? null : Integer.valueOf(cores.intValue()),
        memory == null || memory <= 0 ? null : Long.valueOf(Math.round(memory * 1024)),
        system.resetTarget() != null && new BootControl(reading).supportsPxe(system));
  }

  @Override
  public Result<Power> getPowerState() {
    return Call.run(() -> reading.read().power());
  }

  @Override
  public Result<Power> setPowerState(PowerRequest request) {
    return Call.run(
        () ->
            new PowerControl(writing, request == PowerRequest.OFF ? writing : reading)
                .set(request));
  }

  @Override
  public Result<Power> awaitPower(Power goal) {
    return Call.run(() -> new PowerControl(reading, reading).await(goal));
  }

  @Override
  public Result<BootOverride> setBootSourcePXE() {
    return Call.run(() -> new BootControl(writing).networkOnce());
  }

  @Override
  public Result<Boolean> bootOverridePersists() {
    return Call.run(() -> new BootControl(reading).persists());
  }

  @Override
  public Result<Power> clearBootOverride() {
    return Call.run(() -> new BootControl(writing).clear());
  }

  @Override
  public Result<Restart> reset() {
    return Call.run(() -> new PowerControl(writing, writing).reset());
  }

  @Override
  public Result<NetworkAddresses> getNetworkAddresses() {
    return Call.run(() -> new Interfaces(reading).read());
  }
}
