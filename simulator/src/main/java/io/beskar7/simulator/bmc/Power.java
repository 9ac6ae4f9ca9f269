package io.beskar7.simulator.bmc;

import static io.beskar7.simulator.bmc.PowerState.OFF;
import static io.beskar7.simulator.bmc.PowerState.ON;
import static io.beskar7.simulator.bmc.PowerState.POWERING_OFF;
import static io.beskar7.simulator.bmc.PowerState.POWERING_ON;

import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.SimulatedMachine;
import io.beskar7.simulator.persona.Range;
import java.time.Instant;

/**
 * The power of one system. Off is reported only after its machine has stopped: until then a machine
 * goes on with whatever it does, even while the state is PoweringOff.
 */
public final class Power {
  private final BmcSystem system;
  private final BmcSetup setup;
  private PowerState state = OFF;
  private Instant lastReset;

  /** Counts changes of mind: a timer of an older intent finds itself outdated. */
  private long intent;

  Power(BmcSystem system, BmcSetup setup) {
    this.system = system;
    this.setup = setup;
    this.lastReset = setup.time().now();
  }

  /** What Redfish reports. */
  public synchronized PowerState state() {
    return state;
  }

  /** When it was last switched by command, in simulated time. */
  public synchronized Instant lastReset() {
    return lastReset;
  }

  /** Whether the reset type leads away from the present state at all. */
  synchronized boolean isRedundant(String resetType) {
    boolean off = state == OFF || state == POWERING_OFF;
    return switch (resetType) {
      case "On", "ForceOn" -> state == ON || state == POWERING_ON;
      case "PushPowerButton" -> false;
      default -> off;
    };
  }

  /** Whether the reset type cannot be had while the power is in transition. */
  synchronized boolean isTooEarly(String resetType) {
    return switch (resetType) {
      case "On", "ForceOn", "PushPowerButton" -> state == POWERING_OFF;
      default -> false;
    };
  }

  /** Obeys a Reset action that is neither redundant nor too early. */
  synchronized void command(String resetType) {
    lastReset = setup.time().now();
    switch (resetType) {
      case "On", "ForceOn" -> switchOn(resetType);
      case "ForceOff" -> switchOff(resetType, false);
      case "GracefulShutdown" -> pressButton(resetType);
      case "PushPowerButton" -> {
        if (state == OFF) {
          switchOn(resetType);
        } else {
          pressButton(resetType);
        }
      }
      default -> switchOff(resetType, true);
    }
  }

  /** The power goes at once, by a cut or because the machine has shut down. */
  synchronized void lost(String cause) {
    intent++;
    system.machine().powerOff();
    if (state != OFF) {
      become(OFF, cause);
    }
  }

  private void switchOn(String cause) {
    become(POWERING_ON, cause);
    later(
        setup.persona().delays().powerOn(),
        () -> {
          become(ON, cause);
          system.machine().powerOn(system);
        });
  }

  private void switchOff(String cause, boolean andOn) {
    become(POWERING_OFF, cause);
    later(
        setup.persona().delays().powerOff(),
        () -> {
          system.machine().powerOff();
          become(OFF, cause);
          if (andOn) {
            switchOn(cause);
          }
        });
  }

  private void pressButton(String cause) {
    SimulatedMachine machine = system.machine();
    if (state == ON && machine.pressPowerButton()) {
      become(POWERING_OFF, cause);
    }
  }

  private void become(PowerState next, String cause) {
    setup
        .log()
        .add(
            EventType.POWER_STATE,
            "bmc",
            setup.label(),
            "host",
            system.host(),
            "from",
            state.text(),
            "to",
            next.text(),
            "cause",
            cause);
    state = next;
  }

  private void later(Range delay, Runnable change) {
    long mine = ++intent;
    setup
        .time()
        .after(
            delay.pick(setup.random()),
            () -> {
              synchronized (this) {
                if (mine == intent) {
                  change.run();
                }
              }
            });
  }
}
