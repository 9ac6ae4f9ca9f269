package io.beskar7.api.badfixture;

import io.beskar7.domain.bmc.HostKey;

/** Breaks a house rule on purpose. */
public record KnowsDomain(HostKey host) {}
