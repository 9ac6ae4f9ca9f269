package io.beskar7.simulator.machine;

import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.http.HttpCaller;
import io.beskar7.simulator.log.EventLog;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.MachineState.Phase;
import io.beskar7.simulator.persona.Range;
import io.beskar7.simulator.time.SimTime;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One machine between power-on and power-off. Everything a machine does to the world goes through
 * here, so that nothing happens once {@link #end} has returned: no log line, no disk write, no new
 * byte on a connection.
 */
public final class Life {
  private final Wiring wiring;
  private final Hardware hardware;
  private final EventLog log;
  private final SimTime time;
  private final RandomGenerator random;
  private final InetAddress address;
  private final Steps steps;
  private final List<HttpCaller> callers = new ArrayList<>();
  private boolean over;

  /**
   * @param address the machine's own IP address
   * @param steps is told of every step while there is power
   */
  public Life(
      Wiring wiring,
      Hardware hardware,
      EventLog log,
      SimTime time,
      RandomGenerator random,
      InetAddress address,
      Steps steps) {
    this.wiring = wiring;
    this.hardware = hardware;
    this.log = log;
    this.time = time;
    this.random = random;
    this.address = address;
    this.steps = steps;
  }

  /** The BMC's side of the wire. */
  public Wiring wiring() {
    return wiring;
  }

  /** What is inside the machine. */
  public Hardware hardware() {
    return hardware;
  }

  /** The machine's own IP address. */
  public InetAddress address() {
    return address;
  }

  /** Logs a step of the walk; the arguments behind the name are names and values in turns. */
  public void step(Phase phase, String name, Object... fields) throws InterruptedException {
    event(EventType.BOOT_STEP, with("step", name, fields), () -> steps.at(phase, name));
  }

  /** Logs an event together with its effect: both happen, or neither because the power is gone. */
  public synchronized void event(String type, Map<String, Object> fields, Runnable effect)
      throws InterruptedException {
    if (over) {
      throw new InterruptedException("the power is gone");
    }
    effect.run();
    log.add(
        type,
        Stream.concat(
                Stream.of("host", wiring.host(), "machine", hardware.serialNumber()),
                fields.entrySet().stream()
                    .flatMap(field -> Stream.of(field.getKey(), field.getValue())))
            .toArray());
  }

  /** Waits, as long as there is power. */
  public void pause(Range range) throws InterruptedException {
    pause(range.pick(random));
  }

  /** Waits, as long as there is power. */
  public void pause(Duration duration) throws InterruptedException {
    time.pause(duration);
  }

  /** Simulated now. */
  public Instant now() {
    return time.now();
  }

  /** An HTTP client that works as long as there is power; close it when done. */
  public synchronized HttpCaller caller(
      @Nullable SSLContext tls, Duration connectTimeout, Duration callTimeout)
      throws InterruptedException {
    if (over) {
      throw new InterruptedException("the power is gone");
    }
    callers.removeIf(HttpCaller::isClosed);
    HttpCaller caller = new HttpCaller(address, tls, connectTimeout, callTimeout);
    callers.add(caller);
    return caller;
  }

  /** The power goes. */
  public synchronized void end() {
    over = true;
    callers.forEach(HttpCaller::abort);
    callers.clear();
  }

  private static Map<String, Object> with(String name, Object value, Object... more) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(name, value);
    for (int i = 0; i + 1 < more.length; i += 2) {
      fields.put((String) more[i], more[i + 1]);
    }
    return fields;
  }

  /** Keeps where the machine is on its walk. */
  @FunctionalInterface
  public interface Steps {
    void at(Phase phase, String step);
  }
}
