package io.beskar7.domain.bmc;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * One system behind one BMC, and how to get in.
 *
 * @param address scheme, host, port and an optional root prefix, normalised (no trailing slash);
 *     the lane is chosen by what it resolves to
 * @param systemId id of the ComputerSystem, or null to let the pick rule choose (several candidates
 *     are refused)
 */
public record BmcTarget(
    URI address, @Nullable String systemId, BmcCredentials credentials, BmcTrust trust) {}
