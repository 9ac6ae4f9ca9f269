package io.beskar7.testkit.badfixture;

import io.beskar7.boot.badfixture.CallsOperator;

/** Breaks a house rule on purpose. */
public record KnowsBoot(CallsOperator boot) {}
