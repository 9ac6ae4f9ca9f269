package io.beskar7.simulator.agent;

import static io.beskar7.simulator.machine.MachineState.Phase.OS;
import static io.beskar7.simulator.machine.MachineState.Phase.OS_BOOT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.beskar7.simulator.agent.ControllerClient.Reply;
import io.beskar7.simulator.fault.AgentFault;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.Life;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** The operating system on the disk: boots, and says once that it is up. */
public final class InstalledSystem {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(5);
  private static final Duration BUDGET = Duration.ofMinutes(30);

  private final Life life;
  private final AgentSetup setup;

  public InstalledSystem(Life life, AgentSetup setup) {
    this.life = life;
    this.setup = setup;
  }

  /** Boots; returns when there is nothing left to do but to run. */
  public void run(DiskImage image) throws InterruptedException {
    life.step(OS_BOOT, "disk-boot", "digest", image.digest(), "run", image.run());
    life.pause(setup.delays().osBoot());
    life.step(OS, "os-up", "run", image.run());
    if (image.heard()) {
      return;
    }
    if (setup.faults().agent(life.wiring().host()) == AgentFault.NO_PHONE_HOME) {
      life.step(OS, "phone-home-omitted");
      return;
    }
    phoneHome(image);
  }

  private void phoneHome(DiskImage image) throws InterruptedException {
    Reply reply;
    try (ControllerClient controller = new ControllerClient(life, image.home())) {
      reply = untilAnswered(controller, body(image));
    }
    boolean heard = reply.ok();
    life.event(
        EventType.BOOT_STEP,
        Map.of("step", "phone-home", "result", reply.text(), "run", image.run()),
        () -> setup.disk().settled(image.afterPhoneHome(), heard));
  }

  private Reply untilAnswered(ControllerClient controller, String body)
      throws InterruptedException {
    Instant deadline = life.now().plus(BUDGET);
    Reply reply = controller.once("POST", "phone-home", body);
    while (!reply.ok() && reply.status() / 100 != 4 && life.now().isBefore(deadline)) {
      life.pause(BETWEEN_TRIES);
      reply = controller.once("POST", "phone-home", body);
    }
    return reply;
  }

  private String body(DiskImage image) {
    String bootId =
        UUID.nameUUIDFromBytes(
                (life.hardware().serialNumber() + life.now()).getBytes(StandardCharsets.UTF_8))
            .toString();
    ObjectNode body = JSON.createObjectNode().put("hostname", image.home().host());
    body.putArray("addresses")
        .addObject()
        .put("type", "InternalIP")
        .put("address", life.address().getHostAddress());
    return body.put("bootID", bootId).toString();
  }
}
