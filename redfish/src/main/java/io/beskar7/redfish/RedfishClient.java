package io.beskar7.redfish;

import org.jspecify.annotations.Nullable;

/**
 * One login at one service; every system behind the service can be reached through it. Not for
 * concurrent use: a BMC is asked one thing at a time.
 */
public interface RedfishClient {

  /**
   * @param systemId the id or the path of a ComputerSystem; null: the only one, or the only one
   *     that has both a reset action and a boot override
   * @param pace for the calls made through the returned object
   */
  RedfishSystem system(@Nullable String systemId, Pace pace);

  /** Logs in anew, after {@link Cause#SESSION_LOST}. */
  Result<RedfishClient> login(Pace pace);

  /** Deletes the session on the BMC, if there is one, with the patience of {@code pace}. */
  void close(Pace pace);
}
