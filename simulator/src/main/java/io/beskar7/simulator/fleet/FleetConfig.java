package io.beskar7.simulator.fleet;

import io.beskar7.simulator.agent.ReportShape;
import io.beskar7.simulator.persona.Persona;
import io.beskar7.simulator.persona.Personas;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a fleet is built. Start from {@link #of} and change what differs. */
public final class FleetConfig {
  int hosts;
  int hostsPerBmc = 1;
  long seed = 1;
  String baseAddress = "127.7.0.1";
  int port = 8443;
  int imagePort;
  @Nullable URI bootUrl;
  @Nullable Path logFile;
  @Nullable Path adminFile;
  double timeScale = 1;
  String user = "admin";
  String password = "beskar7-sim";
  Persona persona = Personas.generic();
  ReportShape reportShape = ReportShape.V42;
  boolean provisionedCallback = true;
  boolean publicTestCa;
  int zones = 3;

  private FleetConfig(int hosts) {
    this.hosts = hosts;
  }

  /** A fleet of this many hosts (1 to 10,000), one behind each BMC. */
  public static FleetConfig of(int hosts) {
    return new FleetConfig(inRange("hosts", hosts, 1, 10_000));
  }

  /** Systems behind each BMC, 1 (default) to 16. */
  public FleetConfig hostsPerBmc(int count) {
    hostsPerBmc = inRange("hostsPerBmc", count, 1, 16);
    return this;
  }

  /** Decides hardware, delays and image bytes; 1 by default. */
  public FleetConfig seed(long value) {
    seed = value;
    return this;
  }

  /** The first BMC's address, an IPv4 loopback one; 127.7.0.1 by default. The rest follow it. */
  public FleetConfig baseAddress(String address) {
    InetAddress parsed = InetAddress.ofLiteral(address);
    if (!parsed.isLoopbackAddress() || parsed.getAddress().length != 4) {
      throw new IllegalArgumentException("baseAddress: " + address + " is not in 127.0.0.0/8");
    }
    baseAddress = address;
    return this;
  }

  /** The port of every BMC; 8443 by default, 0 takes a free one (the same for all). */
  public FleetConfig port(int value) {
    port = inRange("port", value, 0, 65_535);
    return this;
  }

  /** The port of the image server; 0 (default) takes a free one. */
  public FleetConfig imagePort(int value) {
    imagePort = inRange("imagePort", value, 0, 65_535);
    return this;
  }

  /**
   * Where firmware asks for its boot script, without a query, as DHCP would tell it: {@code
   * http://host:port/api/v1/boot}. Without it machines find no boot server.
   */
  public FleetConfig bootUrl(URI url) {
    if (!"http".equals(url.getScheme()) || url.getHost() == null) {
      throw new IllegalArgumentException("bootUrl: " + url + " is not an http URL with a host");
    }
    bootUrl = url;
    return this;
  }

  /** Where the log is written, beside memory; an existing file is continued. */
  public FleetConfig logFile(Path file) {
    logFile = file;
    return this;
  }

  /** Opens the control face and writes its URL into this file. */
  public FleetConfig adminFile(Path file) {
    adminFile = file;
    return this;
  }

  /** Divides every delay of BMCs, firmware, agents and sessions; 1 by default. */
  public FleetConfig timeScale(double value) {
    timeScale = value;
    return this;
  }

  /** The account of every BMC. */
  public FleetConfig login(String name, String secret) {
    user = Objects.requireNonNull(name);
    password = Objects.requireNonNull(secret);
    return this;
  }

  /** The kind of every BMC; {@link Personas#generic} by default. */
  public FleetConfig persona(Persona kind) {
    persona = kind;
    return this;
  }

  /** The shape of inspection reports. */
  public FleetConfig reportShape(ReportShape shape) {
    reportShape = shape;
    return this;
  }

  /** Whether agents say that the image is on disk; true by default. */
  public FleetConfig provisionedCallback(boolean send) {
    provisionedCallback = send;
    return this;
  }

  /** Use the CA whose key everybody knows, so that its certificate can be printed in examples. */
  public FleetConfig publicTestCa(boolean use) {
    publicTestCa = use;
    return this;
  }

  /** Zones the hosts are spread over in turns, named zone-a and so on; 3 by default. */
  public FleetConfig zones(int count) {
    zones = inRange("zones", count, 1, 26);
    return this;
  }

  private static int inRange(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          name + ": " + value + " is not within " + min + " to " + max);
    }
    return value;
  }
}
