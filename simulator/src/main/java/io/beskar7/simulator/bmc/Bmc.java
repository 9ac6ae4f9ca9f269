package io.beskar7.simulator.bmc;

import io.beskar7.simulator.bmc.RedfishService.Resources;
import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.http.HttpListener;
import io.beskar7.simulator.http.HttpSite;
import io.beskar7.simulator.http.RequestLog;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.SimulatedMachine;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.net.ssl.SSLContext;

/** A BMC on an address of its own, with one or more systems behind it. */
public final class Bmc implements AutoCloseable {
  private final BmcSetup setup;
  private final List<BmcSystem> systems;
  private final Accounts accounts;
  private final SessionStore sessions;
  private final HttpListener listener;

  private Bmc(
      BmcSetup setup,
      List<BmcSystem> systems,
      Accounts accounts,
      SessionStore sessions,
      HttpListener listener) {
    this.setup = setup;
    this.systems = systems;
    this.accounts = accounts;
    this.sessions = sessions;
    this.listener = listener;
  }

  /**
   * Starts a BMC.
   *
   * @param machines one per system, each with the name of its host; at least one
   */
  public static Bmc start(
      BmcSetup setup,
      InetSocketAddress address,
      SSLContext tls,
      FaultPlan faults,
      Login login,
      List<Wired> machines)
      throws IOException {
    Accounts accounts = new Accounts(setup, login.user(), login.password());
    SessionStore sessions = new SessionStore(setup);
    List<BmcSystem> systems = new ArrayList<>();
    for (int i = 0; i < machines.size(); i++) {
      String id = setup.persona().systemId().replace("{n}", Integer.toString(i + 1));
      systems.add(new BmcSystem(id, machines.get(i).host(), setup, machines.get(i).machine()));
    }
    HttpSite site =
        new HttpSite(
            setup.label(),
            tls,
            service(setup, systems, accounts, sessions),
            new RequestLog(setup.log(), "bmc", setup.label()),
            faults,
            setup.time());
    return new Bmc(setup, systems, accounts, sessions, HttpListener.open(address, site));
  }

  /** {@code address:port}. */
  public String label() {
    return setup.label();
  }

  /** The systems behind it, in the order of their identifiers. */
  public List<BmcSystem> systems() {
    return List.copyOf(systems);
  }

  /** Its open sessions. */
  public SessionStore sessions() {
    return sessions;
  }

  /** Changes the password; open sessions stay. */
  public void setPassword(String password) {
    accounts.setPassword(password);
  }

  /** Refuses connections, resets those open and forgets all sessions; the machines run on. */
  public void down() {
    listener.down();
    sessions.closeAll("bmc-reset");
  }

  /** Answers again. */
  public void up() throws IOException {
    listener.up();
  }

  /** Wires a system to another machine; power goes first, as when a cable is moved. */
  public void wire(BmcSystem system, SimulatedMachine machine) {
    system.power().lost("rewired");
    system.wire(machine);
    setup
        .log()
        .add(
            EventType.EDIT,
            "host",
            system.host(),
            "what",
            "wired to " + machine.hardware().serialNumber());
  }

  /** Takes the power of one system away at once. */
  public void cutPower(BmcSystem system) {
    system.power().lost("cut");
  }

  /** Stops listening. The machines are not touched. */
  @Override
  public void close() {
    listener.close();
  }

  private static RedfishService service(
      BmcSetup setup, List<BmcSystem> systems, Accounts accounts, SessionStore sessions) {
    Map<String, Endpoint> closed = new LinkedHashMap<>();
    List<String> uris = new ArrayList<>();
    for (BmcSystem system : systems) {
      SystemEndpoints endpoints = new SystemEndpoints(setup, system);
      uris.add(endpoints.uri());
      closed.putAll(endpoints.all());
    }
    SessionEndpoints logins = new SessionEndpoints(setup, accounts, sessions);
    closed.putAll(logins.fixed());
    closed.putAll(new ChassisEndpoints(setup.persona(), uris).all());
    UUID uuid = UUID.nameUUIDFromBytes(setup.label().getBytes(StandardCharsets.UTF_8));
    return new RedfishService(
        new Gate(accounts, sessions),
        logins,
        Resources.of(new RootEndpoints(setup, uuid).all()),
        Resources.of(closed));
  }

  /** The BMC's one account. */
  public record Login(String user, String password) {
    /** Without the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
  }

  /** A machine and the name of the host it stands for. */
  public record Wired(String host, SimulatedMachine machine) {}
}
