package io.beskar7.redfish;

import org.jspecify.annotations.Nullable;

/**
 * What a ComputerSystem says of itself. Real BMCs leave any of it out; blank text counts as left
 * out.
 *
 * @param uri path of the resource, as the service wrote it
 * @param vendor the service root's Vendor
 * @param health OK, Warning or Critical
 * @param cores of all packages
 * @param pxeSupported whether a one-time network boot can be set and the system can be reset
 */
public record SystemInfo(
    String uri,
    @Nullable String vendor,
    @Nullable String manufacturer,
    @Nullable String model,
    @Nullable String serialNumber,
    @Nullable String sku,
    @Nullable String uuid,
    @Nullable String biosVersion,
    @Nullable String health,
    Power power,
    @Nullable Integer cores,
    @Nullable Long memoryMiB,
    boolean pxeSupported) {}
