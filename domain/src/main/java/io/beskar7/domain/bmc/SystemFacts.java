package io.beskar7.domain.bmc;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a BMC says about its system. Everything but the URI may be missing: real BMCs leave any of
 * it out.
 *
 * @param systemUri path of the ComputerSystem on the BMC
 * @param cores processor cores, all packages; null when not told
 * @param memoryMiB main memory; null when not told
 * @param macAddresses lower case with colons, sorted, without duplicates
 * @param addresses usable IP addresses the BMC knows of the system's own NICs
 * @param pxeSupported whether a one-time network boot can be asked for
 * @param bmcType one of dell-idrac, hpe-ilo, lenovo-xcc, supermicro, generic: a hint for pace,
 *     never for correctness
 */
public record SystemFacts(
    String systemUri,
    @Nullable String manufacturer,
    @Nullable String model,
    @Nullable String serialNumber,
    @Nullable String sku,
    @Nullable String uuid,
    @Nullable String biosVersion,
    @Nullable String health,
    @Nullable Integer cores,
    @Nullable Long memoryMiB,
    List<String> macAddresses,
    List<String> addresses,
    boolean pxeSupported,
    String bmcType) {
  public SystemFacts {
    macAddresses = List.copyOf(macAddresses);
    addresses = List.copyOf(addresses);
  }
}
