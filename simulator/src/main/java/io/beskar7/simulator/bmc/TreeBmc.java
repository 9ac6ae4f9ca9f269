package io.beskar7.simulator.bmc;

import io.beskar7.simulator.fault.FaultPlan;
import io.beskar7.simulator.http.HttpListener;
import io.beskar7.simulator.http.HttpSite;
import io.beskar7.simulator.http.RequestLog;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.persona.Personas;
import io.beskar7.simulator.time.ScaledTime;
import io.beskar7.simulator.tls.CertificateAuthority;
import io.beskar7.simulator.tls.ServerIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Random;

/**
 * A BMC that is a captured tree, over TLS, with real logins. It can only be read: every write but
 * those to sessions is answered 405.
 */
public final class TreeBmc implements AutoCloseable {
  private static final String LABEL = "tree";

  private final ScaledTime time;
  private final EventLog log;
  private final FaultPlan faults;
  private final CertificateAuthority ca;
  private final HttpListener listener;

  private TreeBmc(
      ScaledTime time,
      EventLog log,
      FaultPlan faults,
      CertificateAuthority ca,
      HttpListener listener) {
    this.time = time;
    this.log = log;
    this.faults = faults;
    this.ca = ca;
    this.listener = listener;
  }

  /**
   * Serves the tree in a folder.
   *
   * @param address a loopback address; port 0 takes a free one
   * @throws IllegalArgumentException when the folder has no {@code index.json}
   */
  public static TreeBmc start(Path folder, InetSocketAddress address, String user, String password)
      throws IOException {
    CapturedTree tree = new CapturedTree(folder);
    ScaledTime time = new ScaledTime(1, InstantSource.system());
    EventLog log = new EventLog(InstantSource.system(), null);
    FaultPlan faults = new FaultPlan(time, log);
    CertificateAuthority ca = CertificateAuthority.random();
    BmcSetup setup = new BmcSetup(LABEL, Personas.generic(), time, log, new Random());
    Accounts accounts = new Accounts(setup, user, password);
    SessionStore sessions = new SessionStore(setup);
    RedfishService service =
        new RedfishService(
            new Gate(accounts, sessions),
            new SessionEndpoints(setup, accounts, sessions),
            tree.open(),
            tree);
    InetAddress ip = address.getAddress();
    HttpSite site =
        new HttpSite(
            LABEL,
            ServerIdentity.context(ca, ip, InstantSource.system().instant()),
            service,
            new RequestLog(log, "bmc", LABEL),
            faults,
            time);
    return new TreeBmc(time, log, faults, ca, HttpListener.open(address, site));
  }

  /** {@code https://address:port}. */
  public URI address() {
    InetSocketAddress at = listener.address();
    return URI.create("https://" + at.getAddress().getHostAddress() + ":" + at.getPort());
  }

  /** The CA of its certificate, in PEM. */
  public String caPem() {
    return ca.pem();
  }

  /** Everything that has happened; the BMC is called {@code tree} in it. */
  public EventLog log() {
    return log;
  }

  /** Its faults, in scope {@code tree}. */
  public FaultPlan faults() {
    return faults;
  }

  @Override
  public void close() throws IOException {
    listener.close();
    time.close();
    log.close();
  }
}
