package io.beskar7.bmc;

import io.beskar7.domain.bmc.BmcCredentials;
import io.beskar7.domain.time.Time;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.Problem;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At most two failed logins for each resolved address, user and content of the Secret: BMCs lock
 * accounts. Each is counted, durably, before it is sent, so that a crash cannot lose one.
 *
 * <p>A login whose answer was lost counts too, but only for a while: nobody may ever correct a
 * Secret that is right.
 */
final class LoginGuard {
  static final int MAX_FAILED = 2;
  static final Duration LOST_COUNTS_FOR = Duration.ofMinutes(10);
  private static final Duration RECORD_TIMEOUT = Duration.ofSeconds(30);
  private static final Logger LOG = LoggerFactory.getLogger(LoginGuard.class);

  private final LoginLedger ledger;
  private final Time time;
  private final LaneMetrics metrics;
  private final Map<String, LoginRecord> records = new ConcurrentHashMap<>();
  private @Nullable CompletionStage<Void> loaded;

  LoginGuard(LoginLedger ledger, Time time, LaneMetrics metrics) {
    this.ledger = ledger;
    this.time = time;
    this.metrics = metrics;
  }

  /** One gate serves one lane: logins at one address never overlap. */
  LoginGate gate(LaneKey lane, String address, BmcCredentials credentials) {
    String key = Digests.of(lane.toString(), credentials.username(), credentials.version());
    return new Gate(key, address, credentials.username());
  }

  private synchronized CompletionStage<Void> loaded() {
    CompletionStage<Void> known = loaded;
    boolean failed = known != null && known.toCompletableFuture().isCompletedExceptionally();
    if (known == null || failed) {
      known = ledger.load().thenAccept(found -> found.forEach(records::putIfAbsent));
      loaded = known;
    }
    return known;
  }

  private final class Gate implements LoginGate {
    private final String key;
    private final String address;
    private final String username;
    private @Nullable LoginRecord before;

    private Gate(String key, String address, String username) {
      this.key = key;
      this.address = address;
      this.username = username;
    }

    @Override
    public Optional<Problem> admit() {
      Optional<Problem> unread = done(loaded());
      if (unread.isPresent()) {
        return unread;
      }
      LoginRecord now = records.get(key);
      Optional<Problem> closed = now == null ? Optional.empty() : closed(now);
      if (closed.isPresent()) {
        return closed;
      }
      before = now;
      int attempts = now == null || now.attempts() >= MAX_FAILED ? 1 : now.attempts() + 1;
      boolean refused = now != null && now.refused();
      LoginRecord next = new LoginRecord(attempts, refused, time.now());
      records.put(key, next);
      Optional<Problem> unwritten = done(ledger.record(key, next));
      if (unwritten.isPresent()) {
        restore();
      }
      return unwritten;
    }

    /** What is not sent does not count. */
    private void restore() {
      LoginRecord restored = before;
      if (restored == null) {
        records.remove(key);
      } else {
        records.put(key, restored);
      }
    }

    private Optional<Problem> closed(LoginRecord now) {
      if (now.attempts() < MAX_FAILED) {
        return Optional.empty();
      }
      if (now.refused()) {
        return Optional.of(
            new Problem(
                Cause.LOGIN_BLOCKED,
                address
                    + ": two logins of user "
                    + username
                    + " failed with this Secret, no more are tried until it is changed"));
      }
      boolean recent = time.now().isBefore(now.last().plus(time.scaled(LOST_COUNTS_FOR)));
      return recent
          ? Optional.of(
              new Problem(
                  Cause.NOT_READY,
                  address + ": two logins got no answer, the next one waits for a while"))
          : Optional.empty();
    }

    @Override
    public void accepted() {
      records.remove(key);
      watch(ledger.forget(key));
    }

    @Override
    public void refused() {
      metrics.loginRefused();
      LoginRecord counted = records.get(key);
      int attempts = counted == null ? 1 : counted.attempts();
      LoginRecord next = new LoginRecord(attempts, true, time.now());
      records.put(key, next);
      watch(ledger.record(key, next));
    }

    @Override
    public void notJudged() {
      LoginRecord restored = before;
      restore();
      watch(restored == null ? ledger.forget(key) : ledger.record(key, restored));
    }

    private Optional<Problem> done(CompletionStage<Void> stage) {
      try {
        stage.toCompletableFuture().get(RECORD_TIMEOUT.toNanos(), TimeUnit.NANOSECONDS);
        return Optional.empty();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.of(new Problem(Cause.ABANDONED, address + ": the call was given up"));
      } catch (ExecutionException | CompletionException | TimeoutException e) {
        LOG.atWarn().addKeyValue("bmc", address).setCause(e).log("login cannot be put on record");
        return Optional.of(
            new Problem(
                Cause.NOT_READY,
                address + ": the login cannot be put on record, so it is not sent"));
      }
    }

    private void watch(CompletionStage<Void> stage) {
      stage.whenComplete(
          (ok, failure) -> {
            if (failure != null) {
              LOG.atWarn()
                  .addKeyValue("bmc", address)
                  .setCause(failure)
                  .log("the end of a login cannot be put on record");
            }
          });
    }
  }
}
