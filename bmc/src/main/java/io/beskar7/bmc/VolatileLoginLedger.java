package io.beskar7.bmc;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers for as long as it is kept; for tests, and where nothing restarts. */
public final class VolatileLoginLedger implements LoginLedger {
  private final Map<String, LoginRecord> records = new ConcurrentHashMap<>();

  @Override
  public CompletionStage<Map<String, LoginRecord>> load() {
    return CompletableFuture.completedFuture(Map.copyOf(records));
  }

  @Override
  public CompletionStage<Void> record(String key, LoginRecord record) {
    records.put(key, record);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<Void> forget(String key) {
    records.remove(key);
    return CompletableFuture.completedFuture(null);
  }
}
