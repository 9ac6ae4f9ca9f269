package io.beskar7.simulator.agent;

import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.hardware.Hardware;
import io.beskar7.simulator.hardware.HardwareFactory;
import io.beskar7.simulator.machine.Life;

/** The report an agent sends, right or wrong. */
final class FaultyReports {
  private static final int HUGE = (1 << 20) + 1024;
  private static final long STRANGER = 0x5eed;

  private FaultyReports() {}

  static String write(AgentSetup setup, Life life, AgentFault fault) {
    return switch (fault) {
      case GARBAGE_REPORT -> "{\"manufacturer\": \"Beskar";
      case HUGE_REPORT -> "{\"manufacturer\":\"" + "x".repeat(HUGE) + "\"}";
      case WRONG_MACHINE -> report(setup, life, new HardwareFactory(STRANGER).machine(0));
      case NONE, NEVER_REPORTS, CRASHES_AFTER_REPORT, NO_PHONE_HOME ->
          report(setup, life, life.hardware());
    };
  }

  private static String report(AgentSetup setup, Life life, Hardware hardware) {
    return InspectionReport.write(
            setup.reportShape(), hardware, life.address().getHostAddress(), life.now())
        .toString();
  }
}
