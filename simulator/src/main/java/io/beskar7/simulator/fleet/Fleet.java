package io.beskar7.simulator.fleet;

import io.beskar7.simulator.bmc.Bmc;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.log.JudgeLog;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A running fleet: BMCs with machines behind them, on loopback addresses, and the log of everything
 * that happens. Nothing in it knows who talks to it.
 */
public final class Fleet implements AutoCloseable {
  private final FleetParts parts;
  private @Nullable AdminFace admin;

  private Fleet(FleetParts parts) {
    this.parts = parts;
  }

  /**
   * Starts a fleet, all machines off.
   *
   * @throws IOException when an address cannot be bound or a file not be written
   */
  public static Fleet start(FleetConfig config) throws IOException {
    FleetParts parts = FleetBuilder.build(config);
    Fleet fleet = new Fleet(parts);
    try {
      fleet.admin = AdminFace.maybe(fleet, parts, config).orElse(null);
      return fleet;
    } catch (IOException e) {
      fleet.close();
      throw e;
    }
  }

  /** All hosts, in the order of their names. */
  public List<SimulatedHost> hosts() {
    return parts.hosts();
  }

  /**
   * @throws NoSuchElementException when the fleet has no such host
   */
  public SimulatedHost host(String name) {
    return hosts().stream()
        .filter(host -> host.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "host: "
                        + name
                        + " is unknown; there are "
                        + hosts().size()
                        + ", host-0001 the first"));
  }

  /** What a host is doing. */
  public HostState state(String name) {
    return host(name).state();
  }

  /** The CA of all BMCs, in PEM. */
  public String caPem() {
    return parts.caPem();
  }

  /** {@code http://127.x.255.1:port}; artifacts are below {@code /images/}. */
  public URI imageServerUrl() {
    return parts.images().url();
  }

  /** SHA-256 (hex) of what is served as {@code /images/os.img} or another of its paths. */
  public String imageDigest(String path) {
    return parts.images().digest(path);
  }

  /** From now on firmware asks here for its boot script; null: DHCP answers nothing. */
  public void bootUrl(@Nullable URI url) {
    parts.bootUrl().set(url);
  }

  /** The faults of this fleet. */
  public FaultPlan faults() {
    return parts.faults();
  }

  /** Everything that has happened. */
  public EventLog log() {
    return parts.log();
  }

  /** Judges everything that has happened so far. */
  public JudgeLog judge() {
    return parts.log().judge();
  }

  /** Stops machines and BMCs; when it returns nothing of the fleet does anything. */
  @Override
  public void close() throws IOException {
    if (admin != null) {
      admin.close();
    }
    parts.bmcs().forEach(Bmc::close);
    hosts().forEach(host -> host.machine().close());
    parts.images().close();
    parts.time().close();
    parts.log().close();
  }
}
