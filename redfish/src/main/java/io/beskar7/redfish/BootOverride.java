package io.beskar7.redfish;

import org.jspecify.annotations.Nullable;

/**
 * A boot override that was read back.
 *
 * @param uri the resource that holds it: the system or its settings object
 * @param mode BootSourceOverrideMode as read back, null when the BMC has none
 * @param persistent the BMC keeps it after the boot, so that it has to be cleared
 */
public record BootOverride(String uri, @Nullable String mode, boolean persistent) {}
