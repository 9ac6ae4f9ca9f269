package io.beskar7.redfish;

/**
 * The calls on one ComputerSystem. Reads are tried again while the trouble is passing; a write is
 * sent at most once, and what came of it is decided by reading, never by sending it again.
 */
public interface RedfishSystem {

  Result<SystemInfo> getSystemInfo();

  Result<Power> getPowerState();

  /**
   * Asks for the state unless it is reached already, and waits until the BMC confirms it.
   *
   * @return the confirmed state
   */
  Result<Power> setPowerState(PowerRequest request);

  /** Waits, without asking for anything, until the BMC reports {@code goal}. */
  Result<Power> awaitPower(Power goal);

  /** Sets the network as the source of the next boot and reads it back; writes nothing if it is. */
  Result<BootOverride> setBootSourcePXE();

  /** Whether an override is set that the BMC keeps after the boot. */
  Result<Boolean> bootOverridePersists();

  /** Makes sure that no boot override is set. */
  Result<Power> clearBootOverride();

  /** Restarts the system; switches it on if it is off. */
  Result<Restart> reset();

  Result<NetworkAddresses> getNetworkAddresses();
}
