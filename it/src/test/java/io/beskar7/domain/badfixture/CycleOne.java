package io.beskar7.domain.badfixture;

import io.beskar7.domain.badfixture.inner.CycleTwo;

/** Breaks a house rule on purpose. */
public record CycleOne(CycleTwo two) {}
