package io.beskar7.app.election;

import io.beskar7.domain.time.Time;
import java.time.Duration;
import java.time.Instant;

/** A process with a clock of its own, which can be suspended and killed. */
final class SimulatedProcess implements Time {
  final Simulation simulation;
  final String name;
  private final Duration skew;
  private Instant suspendedUntil = Instant.MIN;
  private boolean dead;

  SimulatedProcess(Simulation simulation, String name, Duration skew) {
    this.simulation = simulation;
    this.name = name;
    this.skew = skew;
  }

  @Override
  public Instant now() {
    return simulation.now().plus(skew);
  }

  @Override
  public Duration scaled(Duration product) {
    return product;
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Simulation.Event event = simulation.schedule(this, delay, task);
    return () -> simulation.cancel(event);
  }

  @Override
  public void pause(Duration duration) throws InterruptedException {
    simulation.pause(duration, false);
  }

  void pauseDeaf(Duration duration) {
    try {
      simulation.pause(duration, true);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Nothing in it goes on for a while; it does not notice. */
  void suspend(Duration duration) {
    suspendedUntil = simulation.now().plus(duration);
  }

  Instant suspendedUntil() {
    return suspendedUntil;
  }

  void kill() {
    dead = true;
    simulation.bury(this);
  }

  boolean isDead() {
    return dead;
  }
}
