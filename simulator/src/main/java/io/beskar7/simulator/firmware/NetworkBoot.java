package io.beskar7.simulator.firmware;

import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.machine.MachineState.Phase;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Boots from the network: asks for the script of this machine, tries again when that fails. */
public final class NetworkBoot {
  private static final int TRIES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);

  private final Life life;

  public NetworkBoot(Life life) {
    this.life = life;
  }

  /**
   * @param bootUrl where DHCP points to, null when DHCP answers nothing
   */
  public Outcome run(@Nullable URI bootUrl) throws InterruptedException {
    if (bootUrl == null) {
      life.step(Phase.NETWORK_BOOT, "no-boot-server");
      return new Outcome.Failed("DHCP names no boot server");
    }
    try (Fetcher fetcher = new Fetcher(life)) {
      return tries(fetcher, withIdentity(bootUrl));
    }
  }

  private Outcome tries(Fetcher fetcher, URI bootUrl) throws InterruptedException {
    String reason = "";
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return new Interpreter(life, fetcher).run(bootUrl).orElseGet(Outcome.NextDevice::new);
      } catch (BootException e) {
        reason = e.reason();
        life.step(Phase.NETWORK_BOOT, "network-boot-failed", "reason", reason, "try", attempt);
        life.pause(BETWEEN_TRIES);
      }
    }
    return new Outcome.Failed(reason);
  }

  private URI withIdentity(URI bootUrl) {
    String query =
        "mac="
            + life.hardware().bootNic().mac()
            + "&uuid="
            + life.hardware().uuid()
            + "&serial="
            + URLEncoder.encode(life.hardware().serialNumber(), StandardCharsets.UTF_8);
    return URI.create(bootUrl + "?" + query);
  }
}
