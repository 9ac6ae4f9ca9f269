package io.beskar7.bmc;

import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the count of logins over restarts. An implementation may gather calls of many lanes into
 * one write; calls for one key take effect in the order they were made.
 *
 * <p>Keys are 32 lower-case hexadecimal digits and tell nothing of what they stand for.
 */
public interface LoginLedger {

  /** All that is on record; called once, before the first login. */
  CompletionStage<Map<String, LoginRecord>> load();

  /** Completes when a restart would find the record. A login is sent only after that. */
  CompletionStage<Void> record(String key, LoginRecord record);

  /** Forgets the key, after a good login. Nobody waits for it. */
  CompletionStage<Void> forget(String key);
}
