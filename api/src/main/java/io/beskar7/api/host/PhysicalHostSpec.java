package io.beskar7.api.host;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.beskar7.api.common.RootDeviceHints;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;

/** What a user says about a server, and who holds it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@ValidationRule(
    value =
        "!has(oldSelf.claimEpoch)"
            + " || (has(self.claimEpoch) && self.claimEpoch >= oldSelf.claimEpoch)",
    message = "claimEpoch only rises")
@ValidationRule(
    value =
        "(has(self.consumerRef) && has(self.consumerRef.uid) ? self.consumerRef.uid : '')"
            + " == (has(oldSelf.consumerRef) && has(oldSelf.consumerRef.uid)"
            + " ? oldSelf.consumerRef.uid : '')"
            + " || (has(self.claimEpoch) ? self.claimEpoch : 0)"
            + " > (has(oldSelf.claimEpoch) ? oldSelf.claimEpoch : 0)",
    message = "a change of consumerRef raises claimEpoch")
public class PhysicalHostSpec {
  @JsonPropertyDescription("How to reach the server's BMC.")
  @Required
  public RedfishConnection redfishConnection;

  @JsonPropertyDescription(
      "The machine that holds this host. Written by Beskar7 alone; never edit it by hand.")
  public ConsumerRef consumerRef;

  @JsonPropertyDescription("Counts the changes of holder; it only rises. Written by Beskar7 alone.")
  @Min(0)
  public Long claimEpoch;

  @JsonPropertyDescription("UID of this object when it was claimed. Written by Beskar7 alone.")
  public String claimHostUID;

  @JsonPropertyDescription("Free words by which machines may ask for this host.")
  public List<String> tags;

  @JsonPropertyDescription(
      "MAC addresses of the NICs that boot from the network, for BMCs that do not tell them.")
  public List<String> bootMACAddresses;

  @JsonPropertyDescription("What happens to the disks when a machine lets go of the host.")
  public DiskPolicy diskPolicy;

  @JsonPropertyDescription("Which disk takes the operating system.")
  public RootDeviceHints rootDeviceHints;

  @JsonPropertyDescription("True keeps new machines off; the one that holds the host stays.")
  public Boolean cordoned;

  @JsonPropertyDescription(
      "True takes an unclaimed host out of service: its BMC is not touched until it is false.")
  public Boolean maintenance;

  @JsonPropertyDescription(
      "True stops a released host before it is powered off and cleaned, to keep the evidence.")
  public Boolean hold;
}
