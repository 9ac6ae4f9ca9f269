package io.beskar7.simulator.agent;

import static io.beskar7.simulator.machine.MachineState.Phase.AGENT;

import io.beskar7.simulator.hardware.Hardware.DiskDrive;
import io.beskar7.simulator.log.EventType;
import io.beskar7.simulator.machine.Life;
import io.beskar7.simulator.tls.Digests;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brings the target image to the disk. Its failures are the fixed texts of the contract. */
final class Installer {
  private final Life life;
  private final AgentSetup setup;
  private final KernelLine line;
  private final URI target;

  Installer(Life life, AgentSetup setup, KernelLine line, URI target) {
    this.life = life;
    this.setup = setup;
    this.line = line;
    this.target = target;
  }

  /** Null when the image is on the disk, else why not. */
  @Nullable String install(String bootstrap, DiskImage.Home home) throws InterruptedException {
    String expected = line.targetDigest();
    if (expected != null && !expected.matches("sha256:[0-9a-f]{64}")) {
      return rejected("invalid image digest");
    }
    if (!target.getScheme().matches("https?")) {
      return rejected("unsupported image URL scheme");
    }
    Optional<DiskDrive> drive = drive();
    if (drive.isEmpty()) {
      return rejected("target disk error");
    }
    ImageDownload image;
    erase(drive.get());
    try {
      image = ImageDownload.read(life, target, line.caPem());
    } catch (IOException e) {
      life.step(AGENT, "image-fetch-failed", "cause", String.valueOf(e.getMessage()));
      return rejected("image fetch failed");
    }
    life.step(AGENT, "image-read", "digest", image.digest(), "bytes", image.bytes());
    if (expected != null && !expected.equals("sha256:" + image.digest())) {
      return rejected("image digest mismatch");
    }
    if (image.bytes() > drive.get().sizeGb() * 1_000_000_000L) {
      return rejected("image too large");
    }
    write(image, drive.get(), bootstrap, home);
    return null;
  }

  /** The image is streamed to the disk: what was there is lost before the digest is known. */
  private void erase(DiskDrive drive) throws InterruptedException {
    life.event(
        EventType.BOOT_STEP,
        Map.of("step", "image-writing", "disk", drive.name()),
        setup.disk()::erase);
  }

  private void write(ImageDownload image, DiskDrive drive, String bootstrap, DiskImage.Home home)
      throws InterruptedException {
    life.pause(setup.delays().imageWrite());
    DiskImage written =
        new DiskImage(
            image.digest(),
            line.run(),
            line.providerId(),
            Digests.hex(Digests.sha256(bootstrap.getBytes(StandardCharsets.UTF_8))),
            home,
            false);
    Map<String, Object> fields = new LinkedHashMap<>(identity());
    fields.put("digest", image.digest());
    fields.put("bytes", image.bytes());
    fields.put("disk", drive.name());
    fields.put("bootstrapDigest", written.bootstrapDigest());
    life.event(EventType.IMAGE_WRITTEN, fields, () -> setup.disk().write(written));
  }

  private String rejected(String reason) throws InterruptedException {
    Map<String, Object> fields = new LinkedHashMap<>(identity());
    fields.put("reason", reason);
    life.event(EventType.IMAGE_REJECTED, fields, () -> {});
    return reason;
  }

  private Map<String, Object> identity() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("run", line.run());
    fields.put("tokenHash", line.tokenHash());
    fields.put("for", line.namespace() + "/" + line.host());
    String providerId = line.providerId();
    if (providerId != null) {
      fields.put("providerId", providerId);
    }
    return fields;
  }

  /** The one that was named, else the smallest, as the v4.2 inspector has it. */
  private Optional<DiskDrive> drive() {
    String wanted = line.disk();
    return life.hardware().disks().stream()
        .filter(
            disk ->
                wanted == null
                    || wanted.equals(disk.name())
                    || wanted.equals("/dev/" + disk.name()))
        .min(Comparator.comparingInt(DiskDrive::sizeGb));
  }
}
