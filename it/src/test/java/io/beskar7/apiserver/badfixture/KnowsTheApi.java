package io.beskar7.apiserver.badfixture;

import io.beskar7.api.host.PhysicalHost;

/** Breaks a house rule on purpose. */
public record KnowsTheApi(PhysicalHost host) {}
