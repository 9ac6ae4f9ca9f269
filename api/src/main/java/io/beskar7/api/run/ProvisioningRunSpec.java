package io.beskar7.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.DeployMode;
import io.beskar7.api.common.ObjectRef;
import io.beskar7.api.common.RootDeviceHints;
import io.beskar7.api.machine.HardwareRequirements;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;

/**
 * All that an attempt needs, so that whoever serves it reads nothing else. Only closed is ever
 * added.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public class ProvisioningRunSpec {
  @Required public RunKind kind;

  @Required public ObjectRef hostRef;

  @JsonPropertyDescription("Absent for runs that serve no machine.")
  public ObjectRef machineRef;

  @JsonPropertyDescription("claimEpoch of the host for which the run was opened.")
  @Required
  public Long epoch;

  @JsonPropertyDescription("1, 2, ...")
  @Required
  @Min(1)
  public Integer attempt;

  public String inspectionImage;

  public String targetOSImage;

  public String targetOSImageDigest;

  public DeployMode deployMode;

  public String configurationURL;

  @JsonPropertyDescription("What the node must register as.")
  public String providerID;

  public HardwareRequirements hardwareRequirements;

  public RootDeviceHints rootDeviceHints;

  @JsonPropertyDescription("What the BMC said the server is.")
  public HostIdentity identity;

  @JsonPropertyDescription("Secret of this namespace whose key value is the bootstrap data.")
  public String bootstrapSecret;

  @Required public RunTimeouts timeouts;

  public Closed closed;
}
