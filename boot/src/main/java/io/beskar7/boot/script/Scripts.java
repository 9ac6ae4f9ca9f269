package io.beskar7.boot.script;

import io.beskar7.api.common.DeployMode;
import io.beskar7.api.common.RootDeviceHints;
import io.beskar7.api.run.ProvisioningRun;
import io.beskar7.api.run.ProvisioningRunSpec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** iPXE scripts. The order of the parameters up to BOOTIF is that of inspector contract v4.2. */
final class Scripts {
  static final int MAX_BYTES = 4096;

  private static final String HEAD = "#!ipxe\n";

  private Scripts() {}

  /**
   * What a script needs besides the run.
   *
   * @param api base URL of this server as the machine is to call it
   * @param caPem what the machine is to trust
   * @param mac of the NIC that boots; null when not told
   * @param token secret
   * @param image where kernel and initrd are, or a script that ends in .ipxe
   */
  record Handout(
      String api, String caPem, @Nullable String mac, String token, @Nullable String image) {
    @Override
    public String toString() {
      return "Handout[" + api + ", token=***]";
    }
  }

  /**
   * Starts the inspection image.
   *
   * @throws UnusableScript when the run's orders do not make a script that a machine can read
   */
  static String boot(ProvisioningRun run, Handout handout) {
    if (handout.image() == null) {
      throw new UnusableScript("inspectionImage is not set");
    }
    String image = KernelLine.usable("inspectionImage", handout.image());
    KernelLine parameters = parameters(run, handout);
    String script =
        isScript(image)
            ? HEAD + parameters.build("set beskar7-params ") + "\nchain --autofree " + image + "\n"
            : HEAD
                + parameters
                    .add("initrd", "initrd.img")
                    .build("kernel " + below(image, "vmlinuz") + " ")
                + "\ninitrd "
                + below(image, "initrd.img")
                + "\nboot\n";
    if (script.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw new UnusableScript("the boot script is longer than " + MAX_BYTES + " bytes");
    }
    return script;
  }

  /** Waits five seconds and asks again, for ever. */
  static String again(String url, String why) {
    return HEAD
        + "echo Beskar7: "
        + why
        + "\n:again\nsleep 5\nchain --autofree --replace "
        + url
        + " || goto again\n";
  }

  /** Leaves the network boot: the firmware goes on with the next boot device. */
  static String local(String why) {
    return HEAD + "echo Beskar7: " + why + "\nexit\n";
  }

  private static KernelLine parameters(ProvisioningRun run, Handout handout) {
    ProvisioningRunSpec orders = run.getSpec();
    String ca =
        Base64.getEncoder().encodeToString(handout.caPem().getBytes(StandardCharsets.US_ASCII));
    String mac = handout.mac();
    KernelLine line =
        new KernelLine()
            .add("beskar7.api", handout.api())
            .add("beskar7.namespace", run.getMetadata().getNamespace())
            .add("beskar7.host", orders.hostRef.name)
            .add("beskar7.token", handout.token())
            .add("beskar7.target", orders.targetOSImage)
            .add("beskar7.target-digest", orders.targetOSImageDigest)
            .add("beskar7.provider-id", orders.providerID)
            .add("beskar7.ca", ca)
            .add("beskar7.disk", byPath(orders.rootDeviceHints))
            .add("BOOTIF", mac == null ? null : "01-" + mac.replace(':', '-'))
            .add("beskar7.config", orders.configurationURL)
            .add("beskar7.deploy-mode", mode(orders));
    return hints(line, orders.rootDeviceHints);
  }

  private static String mode(ProvisioningRunSpec orders) {
    DeployMode mode = orders.deployMode;
    boolean image = mode == null ? orders.targetOSImageDigest != null : mode == DeployMode.IMAGE;
    return image ? "image" : "kexec";
  }

  private static @Nullable String byPath(@Nullable RootDeviceHints hints) {
    if (hints == null || hints.byPath == null) {
      return null;
    }
    return hints.byPath.startsWith("/") ? hints.byPath : "/dev/disk/by-path/" + hints.byPath;
  }

  private static KernelLine hints(KernelLine line, @Nullable RootDeviceHints hints) {
    return hints == null
        ? line
        : line.add("beskar7.disk-serial", hints.serialNumber)
            .add("beskar7.disk-wwn", hints.wwn)
            .add("beskar7.disk-min-gb", hints.minSizeGB == null ? null : "" + hints.minSizeGB)
            .add("beskar7.disk-type", hints.type == null ? null : hints.type.name());
  }

  /** Whether the image is an iPXE script of the user's own. */
  static boolean isScript(String image) {
    return image.replaceFirst("[?#].*", "").endsWith(".ipxe");
  }

  private static String below(String base, String file) {
    return base.endsWith("/") ? base + file : base + "/" + file;
  }
}
