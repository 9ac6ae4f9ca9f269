package io.beskar7.domain.badfixture.inner;

import io.beskar7.domain.badfixture.CycleOne;

/** Breaks a house rule on purpose. */
public record CycleTwo(CycleOne one) {}
