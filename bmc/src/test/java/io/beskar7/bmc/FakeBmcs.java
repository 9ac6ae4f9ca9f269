package io.beskar7.bmc;

import io.beskar7.redfish.BootOverride;
import io.beskar7.redfish.Cause;
import io.beskar7.redfish.LoginGate;
import io.beskar7.redfish.NetworkAddresses;
import io.beskar7.redfish.Pace;
import io.beskar7.redfish.Power;
import io.beskar7.redfish.PowerRequest;
import io.beskar7.redfish.Problem;
import io.beskar7.redfish.RedfishClient;
import io.beskar7.redfish.RedfishConnector;
import io.beskar7.redfish.RedfishSystem;
import io.beskar7.redfish.Restart;
import io.beskar7.redfish.Result;
import io.beskar7.redfish.SystemInfo;
import io.beskar7.redfish.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** BMCs without a wire: each call is logged as "HOST call", and watched for overlap. */
final class FakeBmcs implements RedfishConnector {
  static final String GOOD = "good";

  final List<String> log = new CopyOnWriteArrayList<>();
  final List<String> effects = new CopyOnWriteArrayList<>();
  final Map<String, Power> power = new ConcurrentHashMap<>();
  final AtomicInteger logins = new AtomicInteger();
  final AtomicInteger refused = new AtomicInteger();
  final AtomicInteger openSessions = new AtomicInteger();
  final AtomicInteger inFlight = new AtomicInteger();
  final AtomicInteger mostInFlight = new AtomicInteger();
  final List<String> overlaps = new CopyOnWriteArrayList<>();
  private final Map<String, String> busy = new ConcurrentHashMap<>();

  /** Called within each call, before it takes effect; may block or throw. */
  volatile Consumer<String> within = line -> {};

  /** A problem for a call such as "a.example setPowerState ON", once. */
  final Map<String, Problem> problems = new ConcurrentHashMap<>();

  /** Which host names stand before one BMC. */
  volatile UnaryOperator<String> bmcOf = host -> host;

  @Override
  public Result<RedfishClient> connect(Target target, LoginGate gate, Pace pace) {
    String host = target.address().getHost();
    return call(
        host,
        "connect",
        () -> {},
        () -> {
          Optional<Problem> closed = gate.admit();
          if (closed.isPresent()) {
            return new Result.Failed<>(closed.get());
          }
          logins.incrementAndGet();
          if (!target.password().equals(GOOD)) {
            refused.incrementAndGet();
            gate.refused();
            return Result.failed(Cause.CREDENTIALS_REFUSED, "refused");
          }
          gate.accepted();
          openSessions.incrementAndGet();
          return Result.ok(new Client(host, gate));
        });
  }

  @Override
  public void close() {
    log.add("closed");
  }

  private <T> Result<T> call(String host, String name, Runnable lost, Supplier<Result<T>> effect) {
    String line = host + " " + name;
    String bmc = bmcOf.apply(host);
    String other = busy.put(bmc, line);
    if (other != null) {
      overlaps.add(other + " and " + line);
    }
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      log.add(line);
      within.accept(line);
      Problem problem = problems.remove(line);
      if (problem != null && problem.cause() == Cause.SESSION_LOST) {
        lost.run();
      }
      return problem != null ? new Result.Failed<>(problem) : effect.get();
    } finally {
      inFlight.decrementAndGet();
      busy.remove(bmc);
    }
  }

  private final class Client implements RedfishClient {
    private final String host;
    private final LoginGate gate;
    private boolean open = true;

    void lost() {
      if (open) {
        open = false;
        openSessions.decrementAndGet();
      }
    }

    Client(String host, LoginGate gate) {
      this.host = host;
      this.gate = gate;
    }

    @Override
    public RedfishSystem system(String systemId, Pace pace) {
      return new Sys(this, pace);
    }

    @Override
    public Result<RedfishClient> login(Pace pace) {
      return call(
          host,
          "login",
          () -> {},
          () -> {
            Optional<Problem> closed = gate.admit();
            if (closed.isPresent()) {
              return new Result.Failed<>(closed.get());
            }
            lost();
            logins.incrementAndGet();
            openSessions.incrementAndGet();
            open = true;
            gate.accepted();
            return Result.ok(this);
          });
    }

    @Override
    public void close(Pace pace) {
      call(
          host,
          "close",
          () -> {},
          () -> {
            lost();
            return Result.ok(true);
          });
    }
  }

  private final class Sys implements RedfishSystem {
    private final Client client;
    private final String host;
    private final Pace pace;

    Sys(Client client, Pace pace) {
      this.client = client;
      this.host = client.host;
      this.pace = pace;
    }

    @Override
    public Result<SystemInfo> getSystemInfo() {
      return call(
          host,
          "getSystemInfo",
          client::lost,
          () ->
              Result.ok(
                  new SystemInfo(
                      "/redfish/v1/Systems/1",
                      "Dell",
                      "Dell Inc.",
                      "R1",
                      "S",
                      null,
                      null,
                      null,
                      "OK",
                      now(),
                      8,
                      1024L,
                      true)));
    }

    private Power now() {
      return power.getOrDefault(host, Power.OFF);
    }

    @Override
    public Result<Power> getPowerState() {
      return call(host, "getPowerState", client::lost, () -> Result.ok(now()));
    }

    @Override
    public Result<Power> setPowerState(PowerRequest request) {
      return call(
          host,
          "setPowerState " + request,
          client::lost,
          () -> {
            power.put(host, request.goal());
            effects.add(host + " " + request);
            return Result.ok(request.goal());
          });
    }

    @Override
    public Result<Power> awaitPower(Power goal) {
      return call(
          host,
          "awaitPower " + goal,
          client::lost,
          () ->
              now() == goal
                  ? Result.ok(goal)
                  : pace.pause(Duration.ofSeconds(5))
                      ? Result.failed(Cause.POWER_NOT_CONFIRMED, "PowerState stayed Off")
                      : Result.failed(Cause.ABANDONED, "given up"));
    }

    @Override
    public Result<BootOverride> setBootSourcePXE() {
      return call(
          host,
          "setBootSourcePXE",
          client::lost,
          () -> Result.ok(new BootOverride("/s", "UEFI", false)));
    }

    @Override
    public Result<Boolean> bootOverridePersists() {
      return call(host, "bootOverridePersists", client::lost, () -> Result.ok(false));
    }

    @Override
    public Result<Power> clearBootOverride() {
      return call(host, "clearBootOverride", client::lost, () -> Result.ok(now()));
    }

    @Override
    public Result<Restart> reset() {
      return call(host, "reset", client::lost, () -> Result.ok(new Restart(true)));
    }

    @Override
    public Result<NetworkAddresses> getNetworkAddresses() {
      return call(
          host,
          "getNetworkAddresses",
          client::lost,
          () ->
              Result.ok(new NetworkAddresses(List.of("02:00:00:00:00:01"), List.of(), List.of())));
    }
  }
}
