package io.beskar7.simulator.fleet;

import io.beskar7.simulator.bmc.Bmc;
import io.beskar7.simulator.bmc.BmcSetup;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.hardware.HardwareFactory;
import io.beskar7.simulator.image.ImageServer;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.time.ScaledTime;
import io.beskar7.simulator.tls.CertificateAuthority;
import io.beskar7.simulator.tls.ServerIdentity;
import io.beskar7.simulator.walk.MachineSetup;
import io.beskar7.simulator.walk.WalkingMachine;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Builds a fleet from its configuration; takes down what stands when something does not. */
final class FleetBuilder {
  private static final int FREE_PORT_TRIES = 5;

  private final FleetConfig config;
  private final Addresses addresses;
  private final ScaledTime time;
  private final EventLog log;
  private final FaultPlan faults;
  private final CertificateAuthority ca;
  private final AtomicReference<@Nullable URI> bootUrl;
  private final MachineSetup machines;
  private final List<Bmc> bmcs = new ArrayList<>();
  private final List<SimulatedHost> hosts = new ArrayList<>();
  private int port;

  private FleetBuilder(FleetConfig config) throws IOException {
    this.config = config;
    this.addresses = new Addresses(config.baseAddress);
    this.time = new ScaledTime(config.timeScale, InstantSource.system());
    this.log = new EventLog(InstantSource.system(), config.logFile);
    this.faults = new FaultPlan(time, log);
    this.ca =
        config.publicTestCa ? CertificateAuthority.publicTest() : CertificateAuthority.random();
    this.bootUrl = new AtomicReference<@Nullable URI>(config.bootUrl);
    this.port = config.port;
    this.machines =
        new MachineSetup(
            time,
            log,
            config.persona.delays(),
            faults,
            bootUrl::get,
            config.reportShape,
            config.provisionedCallback);
  }

  /**
   * With a free port for all BMCs, one that somebody else took meanwhile is given up for another.
   */
  static FleetParts build(FleetConfig config) throws IOException {
    int tries = config.port == 0 ? FREE_PORT_TRIES : 1;
    while (true) {
      try {
        return new FleetBuilder(config).build();
      } catch (BindException e) {
        if (--tries == 0) {
          throw e;
        }
      }
    }
  }

  private FleetParts build() throws IOException {
    ImageServer images = null;
    try {
      images = startImages();
      for (int first = 0; first < config.hosts; first += config.hostsPerBmc) {
        startBmc(first, Math.min(config.hostsPerBmc, config.hosts - first));
      }
    } catch (IOException e) {
      bmcs.forEach(Bmc::close);
      if (images != null) {
        images.close();
      }
      time.close();
      log.close();
      throw e;
    }
    return new FleetParts(
        List.copyOf(hosts), List.copyOf(bmcs), images, ca.pem(), bootUrl, faults, log, time);
  }

  private ImageServer startImages() throws IOException {
    return ImageServer.start(
        new InetSocketAddress(addresses.images(), config.imagePort),
        config.seed,
        time,
        log,
        faults);
  }

  private void startBmc(int first, int count) throws IOException {
    InetAddress address = addresses.bmc(bmcs.size());
    if (port == 0) {
      port = FreePort.on(address);
    }
    String label = address.getHostAddress() + ":" + port;
    Random random = new Random(config.seed * 31 + first);
    Bmc.Login login = new Bmc.Login(config.user, config.password);
    Bmc bmc =
        Bmc.start(
            new BmcSetup(label, config.persona, time, log, random),
            new InetSocketAddress(address, port),
            ServerIdentity.context(ca, address, InstantSource.system().instant()),
            faults,
            login,
            wired(first, count));
    bmcs.add(bmc);
    bmc.systems()
        .forEach(
            system ->
                hosts.add(
                    new SimulatedHost(system.host(), zone(hosts.size()), login, bmc, system)));
  }

  private List<Bmc.Wired> wired(int first, int count) {
    HardwareFactory factory = new HardwareFactory(config.seed);
    List<Bmc.Wired> wired = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      WalkingMachine machine =
          new WalkingMachine(
              machines, factory.machine(number), addresses.machine(number), config.seed ^ number);
      wired.add(new Bmc.Wired("host-%04d".formatted(number + 1), machine));
    }
    return wired;
  }

  private String zone(int number) {
    return "zone-" + (char) ('a' + number % config.zones);
  }
}
