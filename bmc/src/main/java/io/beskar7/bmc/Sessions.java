package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcTarget;
import io.beskar7.domain.bmc.BmcTrust;
import io.beskar7.domain.time.Time;
import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.RedfishClient;
import io.beskar7.redfish.RedfishConnector;
import io.beskar7.redfish.Result;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The logins of one lane, kept for the next operation. Keyed by the password's digest too: a
 * corrected Secret must not go on with the session of the old one.
 */
final class Sessions {
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private record Key(URI address, String username, String password, BmcTrust trust) {
    static Key of(BmcTarget target) {
      return new Key(
          target.address(),
          target.credentials().username(),
          Digests.of(target.credentials().password()),
          target.trust());
    }
  }

  private record Kept(RedfishClient client, Instant lastUsed) {}

  private final RedfishConnector connector;
  private final Time time;
  private final LaneMetrics metrics;
  private final Map<Key, Kept> kept = new HashMap<>();

  Sessions(RedfishConnector connector, Time time, LaneMetrics metrics) {
    this.connector = connector;
    this.time = time;
    this.metrics = metrics;
  }

  Result<RedfishClient> open(BmcTarget target, LoginGate gate, Pace pace) {
    Key key = Key.of(target);
    synchronized (kept) {
      Kept known = kept.get(key);
      if (known != null) {
        kept.put(key, new Kept(known.client, time.now()));
        return Result.ok(known.client);
      }
    }
    Result<RedfishClient> opened = connector.connect(Translation.target(target), gate, pace);
    if (opened instanceof Result.Ok<RedfishClient>(RedfishClient client)) {
      metrics.sessionOpened();
      synchronized (kept) {
        kept.put(key, new Kept(client, time.now()));
      }
    }
    return opened;
  }

  /** The operation that used it has ended. */
  void used(BmcTarget target) {
    synchronized (kept) {
      kept.computeIfPresent(Key.of(target), (key, old) -> new Kept(old.client, time.now()));
    }
  }

  /** Its login is no longer good, as far as can be told; the next operation needs another. */
  void drop(BmcTarget target) {
    Kept dropped;
    synchronized (kept) {
      dropped = kept.remove(Key.of(target));
    }
    if (dropped != null) {
      close(List.of(dropped.client));
    }
  }

  boolean isEmpty() {
    synchronized (kept) {
      return kept.isEmpty();
    }
  }

  void closeIdle(Duration idle) {
    Instant before = time.now().minus(time.scaled(idle));
    close(take(before));
  }

  void closeAll() {
    close(take(Instant.MAX));
  }

  private List<RedfishClient> take(Instant lastUsedUpTo) {
    synchronized (kept) {
      List<RedfishClient> clients = new ArrayList<>();
      kept.values()
          .removeIf(entry -> !entry.lastUsed.isAfter(lastUsedUpTo) && clients.add(entry.client));
      return clients;
    }
  }

  private void close(List<RedfishClient> clients) {
    for (RedfishClient client : clients) {
      client.close(ClosingPace.within(time, CLOSE_PATIENCE));
      metrics.sessionClosed();
    }
  }
}
