package io.beskar7.redfish;

/** Opens clients; owns what they share. */
public interface RedfishConnector extends AutoCloseable {

  /**
   * Reads the service root and logs in: with a session where the service has them, else with Basic
   * authentication.
   */
  Result<RedfishClient> connect(Target target, LoginGate gate, Pace pace);

  /** Ends the connections; clients must have been closed before. */
  @Override
  void close();
}
