package io.beskar7.domain.bmc;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The only way to a BMC. One intent at a time runs for each resolved BMC address; what is waiting
 * for a host is replaced by a newer intent for that host; a power-off overtakes what waits. Nothing
 * here survives a restart: whoever wants something still submits again.
 */
public interface BmcGateway extends AutoCloseable {

  /**
   * Takes an intent; never blocks on the BMC. Exactly one {@link BmcEvent.Finished} follows for
   * each operationId, unless the same operationId is already waiting or running for the host (then
   * nothing happens). A different operationId of the same host cancels the one that waits or runs
   * before its next step.
   *
   * @param operationId chosen by the submitter, unique per host over restarts
   */
  void submit(HostKey host, String operationId, BmcTarget target, Intent intent);

  /** The step is on record: the lane may go on with it. */
  void proceed(HostKey host, String operationId, Step step);

  /** Withdraws whatever waits or runs for the host; what runs ends before its next step. */
  void cancel(HostKey host);

  /** The operation that waits or runs for the host, or null. */
  @Nullable String active(HostKey host);

  /**
   * Who hears of events; called on a thread of the lane, must return at once. Set once, before the
   * first submit.
   */
  void listener(Consumer<BmcEvent> listener);

  /** Ends what runs, closes all BMC sessions; returns within 5 seconds. */
  @Override
  void close();
}
