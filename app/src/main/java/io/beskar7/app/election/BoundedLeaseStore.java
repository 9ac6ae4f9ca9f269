package io.beskar7.app.election;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives up on a question that is not answered in time. A client's own timeouts are not enough: it
 * waits for ever for the rest of an answer that has begun, and with it would the election.
 */
public final class BoundedLeaseStore implements LeaseStore {
  private final LeaseStore store;
  private final Duration patience;

  /**
   * @param patience in real time
   */
  public BoundedLeaseStore(LeaseStore store, Duration patience) {
    this.store = store;
    this.patience = patience;
  }

  @Override
  public @Nullable Stored read() {
    return ask(store::read);
  }

  @Override
  public @Nullable Stored create(LeaseRecord lease) {
    return ask(() -> store.create(lease));
  }

  @Override
  public @Nullable Stored update(LeaseRecord lease, String version) {
    return ask(() -> store.update(lease, version));
  }

  private @Nullable Stored ask(Supplier<@Nullable Stored> question) {
    FutureTask<@Nullable Stored> answer = new FutureTask<>(question::get);
    Thread.ofVirtual().name("beskar7-lease").start(answer);
    try {
      return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      throw new IllegalStateException("no answer within " + patience.toMillis() + " ms", late);
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for an answer", hurry);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }
}
