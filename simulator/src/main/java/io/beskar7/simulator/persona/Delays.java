package io.beskar7.simulator.persona;

/**
 * How long things take, in simulated time.
 *
 * @param powerOn from the On command to power
 * @param powerOff from the ForceOff command to no power
 * @param post from power to the boot device, the firmware's self-test
 * @param netBoot link and DHCP before the boot script is asked for
 * @param kernelBoot from the loaded kernel to the running agent
 * @param imageWrite writing an image to disk, beside the download
 * @param osBoot from the disk's boot loader to a system that phones home
 * @param osShutdown from the power button to a system that has shut down
 */
public record Delays(
    Range powerOn,
    Range powerOff,
    Range post,
    Range netBoot,
    Range kernelBoot,
    Range imageWrite,
    Range osBoot,
    Range osShutdown) {

  /** Every delay within the same range. */
  public static Delays all(Range range) {
    return new Delays(range, range, range, range, range, range, range, range);
  }
}
