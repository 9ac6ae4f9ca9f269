package io.beskar7.operator.badfixture;

import io.beskar7.boot.badfixture.CallsOperator;

/** Breaks a house rule on purpose. */
public record CallsBoot(CallsOperator other) {}
