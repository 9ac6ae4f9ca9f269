package io.beskar7.simulator.agent;

/** The two shapes an inspection report may have. */
public enum ReportShape {
  /** Inspector contract v4.2, with the machine's {@code uuid} added. */
  V42,
  /** The architecture document's shape, with {@code uuid} added under {@code system}. */
  SPEC
}
