package io.beskar7.app.demo;

import java.time.Duration;

/**
 * What a demo is to show.
 *
 * @param hosts simulated servers, each with a BMC
 * @param machines machines that ask for hosts; at most as many
 * @param seed decides hardware and pace of the servers, and thereby which machine gets which host
 * @param deadline real time in which every machine must be provisioned
 * @param timeScale simulated seconds in a real one
 */
public record DemoPlan(int hosts, int machines, long seed, Duration deadline, double timeScale) {
  public static final String NAMESPACE = "default";
}
