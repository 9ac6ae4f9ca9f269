package io.beskar7.app.election;

import java.time.Duration;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of one simulated process to the store: requests take their time, may come to the store
 * although nobody waits any more, and their answers may be lost.
 */
final class FaultyLink implements LeaseStore {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  private final LeaseStore store;
  private final SimulatedProcess client;
  private final SimulatedProcess server;
  private final Random random;
  boolean cut;
  boolean doomed;
  Duration slowest = Duration.ofMillis(50);
  double lost;

  FaultyLink(LeaseStore store, SimulatedProcess client, SimulatedProcess server, Random random) {
    this.store = store;
    this.client = client;
    this.server = server;
    this.random = random;
  }

  private static final class Exchange {
    boolean served;
    @Nullable Stored answer;
  }

  /** Is cut, unless it was healed in the meantime. */
  void meetItsDoom() {
    cut |= doomed;
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
    Exchange exchange = new Exchange();
    Duration there = latency();
    Duration total = there.plus(latency());
    client.simulation.schedule(server, there, () -> serve(exchange, question));
    boolean late = total.compareTo(TIMEOUT) > 0;
    client.pauseDeaf(late ? TIMEOUT : total);
    if (late || cut || !exchange.served || random.nextDouble() < lost) {
      throw new IllegalStateException("no answer from the store");
    }
    return exchange.answer;
  }

  private void serve(Exchange exchange, Supplier<@Nullable Stored> question) {
    if (!cut) {
      exchange.answer = question.get();
      exchange.served = true;
    }
  }

  private Duration latency() {
    return Duration.ofMillis(random.nextLong(slowest.toMillis()));
  }
}
