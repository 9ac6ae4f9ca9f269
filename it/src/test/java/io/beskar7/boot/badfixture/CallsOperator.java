package io.beskar7.boot.badfixture;

import io.beskar7.operator.badfixture.CallsBoot;

/** Breaks a house rule on purpose. */
public record CallsOperator(CallsBoot other) {}
