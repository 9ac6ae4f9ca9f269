package io.beskar7.api.machine;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.DeployMode;
import io.beskar7.api.common.RootDeviceHints;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Size;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;

/** What a machine is to become, and what it needs for it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class Beskar7MachineSpec {
  @JsonPropertyDescription("b7://namespace/host; set by Beskar7 once the machine runs.")
  @Size(min = 1, max = 512)
  public String providerID;

  @JsonPropertyDescription(
      "URL of an iPXE script (*.ipxe), or a base URL with /vmlinuz and /initrd.img.")
  @Pattern("^https?://[^\\s]+$")
  public String inspectionImage;

  @JsonPropertyDescription(
      "URL of the operating system: a whole-disk image, or a .tar.gz with kernel and initrd.")
  @Pattern("^https?://[^\\s]+$")
  public String targetOSImage;

  @JsonPropertyDescription("sha256: and 64 hexadecimal digits; required for deployMode image.")
  @Pattern("^sha256:[a-f0-9]{64}$")
  public String targetOSImageDigest;

  @JsonPropertyDescription("kexec or image; image when a digest is given, else kexec.")
  public DeployMode deployMode;

  @JsonPropertyDescription("URL of a configuration that is handed to the operating system.")
  @Pattern("^https?://[^\\s]+$")
  public String configurationURL;

  public HardwareRequirements hardwareRequirements;

  @JsonPropertyDescription("Labels the host must have.")
  public LabelSelector hostSelector;

  @JsonPropertyDescription("Tags the host must have, all of them.")
  public List<String> hostTags;

  @JsonPropertyDescription("Which disk takes the system; goes before the hints of the host.")
  public RootDeviceHints rootDeviceHints;

  @JsonPropertyDescription("For machines without a Cluster API Machine.")
  public Bootstrap bootstrap;
}
